package org.dlpixel.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.run.Cancellation;

/** Runs a workflow in batch; see {@link CommandLine#USAGE}. */
public final class BatchMain {
    private static final long PATIENCE_SECONDS = 60;

    private BatchMain() {}

    /** Ends the process with one of the {@link ExitCode}s. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        var cancellation = new Cancellation();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(stopper(cancellation, ended));
        ExitCode code = ExitCode.EXECUTION;
        try {
            var batch = new Batch(Console.system(), cancellation, System::nanoTime, temporary());
            code = batch.run(List.of(arguments));
        } finally {
            ended.countDown();
        }
        System.exit(code.code());
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * On Ctrl-C: asks the node to stop, waits until it and its files are gone, and ends the process
     * with KNIME's exit code instead of that of the signal. After a normal end it does nothing.
     */
    private static Thread stopper(Cancellation cancellation, CountDownLatch ended) {
        return new Thread(
                () -> {
                    if (ended.getCount() == 0) {
                        return;
                    }
                    cancellation.cancel();
                    await(ended);
                    Runtime.getRuntime().halt(ExitCode.EXECUTION.code());
                },
                "KNIME-Batch-Stop");
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Console.system().warn("batch", "the node did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
