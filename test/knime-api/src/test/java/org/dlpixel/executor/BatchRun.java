package org.dlpixel.executor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.run.Cancellation;

/**
 * A run of the batch executor and what it showed.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record BatchRun(ExitCode code, String out, String err) {
    static BatchRun of(Path workflow, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("-workflowDir=" + workflow);
        return with(all.toArray(String[]::new));
    }

    static BatchRun with(String... arguments) {
        return with(new Cancellation(), arguments);
    }

    static BatchRun with(Cancellation cancellation, String... arguments) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return with(temporary, cancellation, arguments);
    }

    static BatchRun with(Path temporary, Cancellation cancellation, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(print(out), print(err), false, 80);
        var batch = new Batch(console, cancellation, System::nanoTime, temporary);
        ExitCode code = batch.run(List.of(arguments));
        return new BatchRun(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
