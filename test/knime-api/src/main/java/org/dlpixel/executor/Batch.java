package org.dlpixel.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.console.Durations;
import org.dlpixel.executor.run.Cancellation;
import org.dlpixel.executor.run.Folders;
import org.dlpixel.executor.run.WorkflowJob;
import org.dlpixel.executor.workflow.LoadException;
import org.dlpixel.executor.workflow.WorkflowDefinition;
import org.dlpixel.executor.workflow.WorkflowReader;
import org.dlpixel.executor.workflow.WorkflowSource;

/** The batch executor as a function from a command line to an exit code. */
public final class Batch {
    private static final String SOURCE = "batch";

    private final Console console;
    private final Cancellation cancellation;
    private final LongSupplier nanoTime;
    private final Path temporary;

    /**
     * A batch executor.
     *
     * @param console shows messages and progress
     * @param cancellation ends the run from another thread
     * @param nanoTime a clock that never goes back
     * @param temporary where the temporary folder of each run is made
     */
    public Batch(
            Console console, Cancellation cancellation, LongSupplier nanoTime, Path temporary) {
        this.console = console;
        this.cancellation = cancellation;
        this.nanoTime = nanoTime;
        this.temporary = temporary;
    }

    /** Runs the workflow that the command line names, and says how it went. */
    public ExitCode run(List<String> arguments) {
        try {
            return run(CommandLine.parse(arguments));
        } catch (UsageException e) {
            console.error(SOURCE, e.getMessage(), null);
            console.line(CommandLine.USAGE);
            return ended(ExitCode.PARAMETERS);
        } catch (LoadException e) {
            console.error(SOURCE, e.getMessage(), null);
            return ended(ExitCode.LOAD);
        } catch (IOException | RuntimeException e) {
            console.error(SOURCE, e.toString(), e);
            return ended(ExitCode.EXECUTION);
        }
    }

    private ExitCode ended(ExitCode code) {
        console.error(SOURCE, "exit code " + code.code(), null);
        return code;
    }

    private ExitCode run(BatchOptions options) throws UsageException, LoadException, IOException {
        checkPaths(options);
        Path temp = Files.createTempDirectory(temporary, "knime-batch-").toRealPath();
        try {
            Path folder = options.folder().orElse(null);
            if (folder == null) {
                Path unpacked = Files.createDirectory(temp.resolve("workflow"));
                folder = WorkflowSource.unpack(options.archive().orElseThrow(), unpacked);
            }
            return run(options, WorkflowReader.read(folder), temp);
        } finally {
            if (!Folders.delete(temp)) {
                console.warn(SOURCE, "cannot delete all temporary files in " + temp);
            }
        }
    }

    private static void checkPaths(BatchOptions options) throws UsageException {
        if (options.folder().isPresent() && !Files.isDirectory(options.folder().get())) {
            throw new UsageException("no such directory: " + options.folder().get());
        }
        if (options.archive().isPresent() && !Files.isRegularFile(options.archive().get())) {
            throw new UsageException("no such file: " + options.archive().get());
        }
        List<Path> destinations =
                Stream.of(options.destFolder(), options.destFile())
                        .flatMap(Optional::stream)
                        .toList();
        for (Path dest : destinations) {
            if (Files.exists(dest)) {
                throw new UsageException("illegal destination: " + dest + ", must not exist");
            }
        }
    }

    private ExitCode run(BatchOptions options, WorkflowDefinition definition, Path temp)
            throws LoadException, IOException {
        long start = nanoTime.getAsLong();
        var job =
                new WorkflowJob(
                        definition,
                        options.variables(),
                        options.options(),
                        options.failOnLoadError());
        Path results = Files.createDirectory(temp.resolve("results"));
        WorkflowJob.Result result = job.run(results, console, cancellation, nanoTime);
        String took = Durations.format(Duration.ofNanos(nanoTime.getAsLong() - start));
        list(result.files());
        if (result.failure().isPresent()) {
            console.error(SOURCE, "failed after " + took + ": " + result.failure().get(), null);
            return ended(ExitCode.EXECUTION);
        }
        WorkflowCopy.write(options, definition);
        console.line("Executed " + result.nodes() + " nodes in " + took + ".");
        return ExitCode.OK;
    }

    private void list(List<String> files) {
        if (!files.isEmpty()) {
            console.line("Files written:");
            files.forEach(file -> console.line("  " + file));
        }
    }
}
