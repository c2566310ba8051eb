package org.dlpixel.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that does what it is told: a line asks for something, the end of the input ends it.
 * What it answers begins with {@value #MARK}; everything else it prints goes to a log.
 */
public final class Conversation implements AutoCloseable {

    /** Begins a line that is an answer. */
    public static final String MARK = "bench: ";

    /** glibc keeps freed memory: what this project sets while it runs, set from outside. */
    public static final Map<String, String> KEEP_MEMORY =
            Map.of(
                    "MALLOC_MMAP_THRESHOLD_", "4294967296",
                    "MALLOC_TRIM_THRESHOLD_", "4294967296",
                    "MALLOC_TOP_PAD_", "67108864",
                    "MALLOC_ARENA_MAX", "1");

    private static final double NANOS = 1e9;
    private static final long PATIENCE_SECONDS = 30;

    private final String name;
    private final Path log;
    private final long start = System.nanoTime();
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    /**
     * Starts the process.
     *
     * @param name of whom messages speak
     * @param environment variables beyond those of this process
     * @param log a file, overwritten
     */
    public Conversation(
            String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        this.name = name;
        this.log = log;
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(log.toFile());
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Asks for something and waits for the answer. */
    public String ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return answer();
    }

    /** The next answer; raises if the process ends without one. */
    public String answer() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
            said.append(line).append('\n');
        }
        throw new IOException(
                name + " ended early:\n" + said + Files.readString(log, StandardCharsets.UTF_8));
    }

    /** Seconds since the process was started. */
    public double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    public long pid() {
        return process.pid();
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
