package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.Batch;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.run.Cancellation;

/**
 * One run of the embedded batch executor in this process, and what it showed.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {

    /** Runs a workflow folder; what does not load is an error. */
    static Run of(Path workflow, List<String> arguments) {
        return of(workflow, arguments, new Cancellation());
    }

    static Run of(Path workflow, List<String> arguments, Cancellation cancellation) {
        List<String> all = new ArrayList<>(arguments);
        all.add("-failonloaderror");
        all.add("-workflowDir=" + workflow);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(print(out), print(err), false, 100);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        int code = new Batch(console, cancellation, System::nanoTime, temporary).run(all).code();
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything that was shown. */
    String text() {
        return out + err;
    }

    /** Whether a node was executed, or at least began to be. */
    boolean started(String node) {
        return out.lines().anyMatch(line -> line.contains("] " + node + " (#"));
    }

    /** The warnings of a node. */
    List<String> warnings(String node) {
        return out.lines().filter(line -> line.startsWith("WARN  " + node + " (#")).toList();
    }

    /** Fails with everything that was shown unless the workflow ended well. */
    void assertOk() {
        assertThat(code).as(text()).isZero();
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
