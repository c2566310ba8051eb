package org.dlpixel.executor.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now;

    private NodeProgress progress(boolean terminal, int width) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var console = new Console(stream, stream, terminal, width);
        return new NodeProgress(console, "[1/2] Learner", () -> now, () -> false);
    }

    private void after(int seconds) {
        now = Duration.ofSeconds(seconds).toNanos();
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalShowsABarWithTextAndRemainingTime() {
        NodeProgress progress = progress(true, 100);
        after(30);
        progress.report(0.25, "epoch 3");

        assertThat(shown())
                .endsWith(
                        "\r\u001b[2K[1/2] Learner [#####---------------]  25 %  1 min 30 s left"
                                + "  epoch 3");
    }

    @Test
    void theBarNeverExceedsTheWidthOfTheTerminal() {
        NodeProgress progress = progress(true, 30);
        after(30);
        progress.report(0.5, "a text that is far too long for this terminal");

        assertThat(shown().substring(shown().lastIndexOf("[2K") + 3)).hasSize(29);
    }

    @Test
    void withoutATerminalThereIsALineNowAndThenOnly() {
        NodeProgress progress = progress(false, 100);
        for (int second = 1; second <= 25; second++) {
            after(second);
            progress.report(second / 100.0, "step " + second);
        }
        progress.end("done");

        assertThat(shown().lines())
                .containsExactly(
                        "[1/2] Learner ...",
                        "[1/2] Learner  10 %  1 min 30 s left  step 10",
                        "[1/2] Learner  20 %  1 min 20 s left  step 20",
                        "[1/2] Learner done (25 s)");
    }

    @Test
    void progressNeverGoesBack() {
        NodeProgress progress = progress(false, 100);
        progress.report(0.5, "");
        after(10);
        progress.report(Double.NaN, "text only");

        assertThat(shown()).contains(" 50 %");
    }
}
