package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EndedProcessTest {

    private static final int MOST_MINUTES = 5;
    private static final int SIGTERM = 128 + 15;

    @TempDir private Path folder;

    /** Windows has no such signal. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsToldToEndWhileTheNetworkIsBusyEndsWithoutACrash() throws Exception {
        Path marker = folder.resolve("busy");
        Process process = start(marker);
        try {
            while (!Files.exists(marker)) {
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("ended early").isFalse();
            }
            process.destroy();
            assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(SIGTERM);
    }

    private Process start(Path marker) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-XX:ErrorFile=" + folder.resolve("crash"));
        String library = System.getProperty(TorchEngine.LIBRARY_PROPERTY);
        if (library != null) {
            command.add("-D" + TorchEngine.LIBRARY_PROPERTY + "=" + library);
        }
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(EndlessTraining.class.getName());
        command.add(marker.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
