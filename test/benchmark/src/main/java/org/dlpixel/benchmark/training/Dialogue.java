package org.dlpixel.benchmark.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dlpixel.benchmark.Memory;

/**
 * A process that trains when it is told to: a line with a number asks for so many steps, the end of
 * the input ends it. What it answers begins with {@value #MARK}; everything else it prints goes to
 * a log.
 */
final class Dialogue implements AutoCloseable {

    /** Begins a line that is an answer. */
    static final String MARK = "bench: ";

    private static final double NANOS = 1e9;
    private static final long PATIENCE_SECONDS = 30;

    private final Side side;
    private final Path log;
    private final long start = System.nanoTime();
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /** Starts the process. */
    Dialogue(Side side, Job job, Path log) throws IOException {
        this.side = side;
        this.log = log;
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(side.commandFor(job));
        builder.environment().putAll(side.environment());
        builder.redirectError(log.toFile());
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    Greeting greeting() throws IOException {
        return Greeting.parse(answer());
    }

    Reply steps(int count) throws IOException {
        orders.write(count + "\n");
        orders.flush();
        return Reply.parse(answer());
    }

    /** Seconds since the process was started. */
    double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    Optional<Memory> memory() {
        return Memory.of(process.pid());
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
        }
        throw new IOException(
                side.name() + " ended early:\n" + Files.readString(log, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try (orders;
                answers) {
            orders.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
