package org.dlpixel.benchmark.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Project;

/**
 * A random forest of scikit-learn on the same labels, for orientation.
 *
 * @param description version and settings
 */
record ForestPeer(String description) {

    private static final double NANOS = 1e9;

    /** Empty if there is no Python with scikit-learn and tifffile. */
    static Optional<ForestPeer> find() throws InterruptedException {
        try {
            return Optional.of(new ForestPeer(python(List.of())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Trains, predicts and scores. */
    Result run(LabelledSet set, int seed, int threads) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String dice =
                python(
                        List.of(
                                set.image().toString(),
                                set.labels().toString(),
                                set.truth().toString(),
                                Integer.toString(seed),
                                Integer.toString(threads)));
        return new Result(Double.parseDouble(dice), (System.nanoTime() - start) / NANOS);
    }

    /**
     * What it reached.
     *
     * @param dice of the foreground, pooled over the slices without labels
     * @param seconds of the whole process
     */
    record Result(double dice, double seconds) {}

    private static String python(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Project.python());
        command.add(Project.peer().resolve("forest.py").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(text);
        }
        return text;
    }
}
