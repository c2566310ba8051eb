package org.dlpixel.nodes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class KnimeLogTest {

    private final List<String> lines = new ArrayList<>();

    @AfterEach
    void restore() {
        SharedSecrets.logs().reset();
    }

    @Test
    void whatTheEngineLogsReachesKnimesLogOneLevelLower() {
        SharedSecrets.logs()
                .redirect((level, name, message, cause) -> lines.add(level + " " + message));
        Logger logger = LoggerFactory.getLogger("ai.djl.Example");

        logger.error("broken {}", 1);
        logger.warn("odd");
        logger.info("loaded {} of {}", 2, 3);
        logger.debug("chatter");

        assertThat(lines).containsExactly("WARN broken 1", "INFO odd", "DEBUG loaded 2 of 3");
    }
}
