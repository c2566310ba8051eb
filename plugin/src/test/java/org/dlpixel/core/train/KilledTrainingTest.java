package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dlpixel.core.network.TorchEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTrainingTest {

    private static final int MOST_MINUTES = 5;

    @TempDir private Path folder;

    @Test
    void aKilledTrainingGoesOnInAnotherProcessToTheSameWeights() throws Exception {
        Path checkpoints = folder.resolve("checkpoints");
        Process first = start(checkpoints.toString(), "3");
        try {
            Path marker = folder.resolve(KilledTraining.WAITING);
            while (!Files.exists(marker)) {
                assertThat(first.waitFor(50, TimeUnit.MILLISECONDS)).as("ended early").isFalse();
            }
        } finally {
            first.destroyForcibly();
        }
        assertThat(first.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(checkpoints.resolve(Checkpoints.FILE)).exists();
        assertThat(folder.resolve(KilledTraining.WEIGHTS)).doesNotExist();

        Process second = start(checkpoints.toString());
        assertThat(second.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(folder.resolve(KilledTraining.WEIGHTS))
                .hasBinaryContent(
                        KilledTraining.bytes(Small.train(Small.SETTINGS).model().weights()));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        String library = System.getProperty(TorchEngine.LIBRARY_PROPERTY);
        if (library != null) {
            command.add("-D" + TorchEngine.LIBRARY_PROPERTY + "=" + library);
        }
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(KilledTraining.class.getName());
        command.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
