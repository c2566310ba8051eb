package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.bridge.LogAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.Test;

class NodeLoggerTest {
    @Test
    void theReceiverGetsLevelNameTextAndCause() {
        List<String> lines = new ArrayList<>();
        LogAccess logs = SharedSecrets.logs();
        logs.redirect(
                (level, name, message, cause) ->
                        lines.add(level + " " + name + " " + message + " " + cause));
        try {
            NodeLogger.getLogger("a.B").warn("careful");
            NodeLogger.getLogger(NodeLoggerTest.class).error("bad", new IllegalStateException("x"));
        } finally {
            logs.reset();
        }

        assertThat(lines)
                .containsExactly(
                        "WARN a.B careful null",
                        "ERROR org.knime.core.node.NodeLoggerTest bad"
                                + " java.lang.IllegalStateException: x");
    }
}
