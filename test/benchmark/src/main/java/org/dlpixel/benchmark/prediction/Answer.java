package org.dlpixel.benchmark.prediction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a process answers: numbers by name, on lines {@code bench: name=number ...}; everything else
 * it prints goes nowhere.
 *
 * @param numbers seconds, unless the name says otherwise
 */
record Answer(Map<String, Double> numbers) {

    /** Begins a line that is an answer. */
    static final String MARK = "bench: ";

    /** From the opening of the volume until the segmentation has its name, seconds. */
    static final String JOB = "job";

    /** Of that, finding the percentiles. */
    static final String RANGE = "range";

    /** Processor time of all threads during the job, seconds. */
    static final String CPU = "cpu";

    /** Largest resident memory of the process, MiB. */
    static final String PEAK = "peak_mib";

    /** The whole process from outside, its start included, seconds. */
    static final String PROCESS = "process";

    private static final double NANOS = 1e9;

    Answer {
        numbers = Map.copyOf(numbers);
    }

    double get(String name) {
        return Optional.ofNullable(numbers.get(name)).orElse(Double.NaN);
    }

    static Answer parse(List<String> lines) {
        Map<String, Double> numbers = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                for (String word : line.substring(MARK.length()).split(" ", -1)) {
                    int equals = word.indexOf('=');
                    numbers.put(
                            word.substring(0, equals),
                            Double.parseDouble(word.substring(equals + 1)));
                }
            }
        }
        return new Answer(numbers);
    }

    /** Lets a process do its work. */
    static Answer of(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(log.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double seconds = (System.nanoTime() - start) / NANOS;
        if (code != 0) {
            throw new IOException(
                    command + " ended with " + code + ":\n" + text + Files.readString(log));
        }
        Map<String, Double> numbers = new TreeMap<>(parse(text.lines().toList()).numbers());
        numbers.put(PROCESS, seconds);
        return new Answer(numbers);
    }
}
