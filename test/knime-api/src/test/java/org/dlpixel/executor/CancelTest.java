package org.dlpixel.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dlpixel.executor.nodes.BehaveFactory;
import org.dlpixel.executor.nodes.BehaveFactory.Action;
import org.dlpixel.executor.nodes.Trace;
import org.dlpixel.executor.run.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CancelTest {
    @TempDir Path folder;

    private Path workflow(Action action) throws IOException {
        return new WorkflowWriter()
                .node(1, BehaveFactory.class, BatchTest.behave(action))
                .node(2, BehaveFactory.class, BatchTest.behave(Action.NORMAL))
                .write(folder.resolve("flow"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"WAIT_UNTIL_CANCELLED", "SLEEP_UNTIL_INTERRUPTED"})
    void aCancelledNodeStopsAndNoOtherStarts(Action action) throws Exception {
        Trace.clear();
        var cancellation = new Cancellation();
        var canceller = new Thread(() -> cancelWhenWaiting(cancellation), "canceller");
        canceller.start();

        BatchRun run = BatchRun.with(cancellation, "-workflowDir=" + workflow(action));
        canceller.join();

        assertThat(run.code()).isEqualTo(ExitCode.EXECUTION);
        assertThat(run.out()).contains("WARN  Node (#1): Execution canceled");
        assertThat(run.err()).contains("cancelled", "exit code 4");
        assertThat(Trace.lines()).filteredOn(line -> line.startsWith("execute")).hasSize(1);
    }

    private static void cancelWhenWaiting(Cancellation cancellation) {
        while (!Trace.lines().contains("waiting")) {
            Thread.onSpinWait();
        }
        cancellation.cancel();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsTheProcessWithFourAndLeavesNoFiles() throws Exception {
        Path temp = Files.createDirectory(folder.resolve("temp"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temp,
                                "-cp",
                                System.getProperty("java.class.path"),
                                BatchMain.class.getName(),
                                "-workflowDir=" + workflow(Action.WAIT_UNTIL_CANCELLED))
                        .redirectErrorStream(true)
                        .start();
        try (var lines = process.inputReader()) {
            String line = lines.readLine();
            while (!line.contains("[1/2] Node (#1)")) {
                line = lines.readLine();
            }
            process.toHandle().destroy();
            assertThat(lines.lines()).anyMatch(text -> text.contains("Execution canceled"));
        }

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("knime-batch-"));
        }
    }
}
