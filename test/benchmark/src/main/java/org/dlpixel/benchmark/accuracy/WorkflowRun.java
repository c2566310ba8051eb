package org.dlpixel.benchmark.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.dlpixel.benchmark.Memory;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Project;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;
import org.dlpixel.core.score.ScoresCsv;
import org.dlpixel.executor.BatchMain;

/** Runs the example workflow as it is shipped, in a process of its own. */
final class WorkflowRun {

    private static final Path WORKFLOW = Path.of("test", "workflows", "sparse-unet-3d");
    private static final int LEARNER = 3;
    private static final int PREDICTOR = 4;
    private static final long LOOK_MILLIS = 200;
    private static final double NANOS = 1e9;

    private final Options options;
    private final Output output;

    WorkflowRun(Options options, Output output) {
        this.options = options;
        this.output = output;
    }

    /** Trains, segments and scores; {@code name} tells this run from others. */
    Outcome run(String name, LabelledSet set, int seed) throws IOException, InterruptedException {
        return run(name, set, seed, List.of());
    }

    /** The same with further options of the batch executor. */
    Outcome run(String name, LabelledSet set, int seed, List<String> more)
            throws IOException, InterruptedException {
        Path folder = output.work("runs").resolve(name + "-seed-" + seed);
        Path scores = folder.resolve("scores.csv");
        Files.createDirectories(folder);
        Files.deleteIfExists(scores);
        Path log = folder.resolve("log.txt");
        long start = System.nanoTime();
        List<String> arguments = arguments(set, folder, seed);
        arguments.addAll(more);
        Process process =
                new ProcessBuilder(Project.java(BatchMain.class.getName(), arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        double peak = watch(process);
        double seconds = (System.nanoTime() - start) / NANOS;
        if (process.exitValue() != 0) {
            throw new IOException(
                    name + " failed:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        ScoreRow row = unlabelledSlices(ScoresCsv.read(scores));
        return new Outcome(row.dice(), row.precision(), row.recall(), seconds, peak);
    }

    /** Lets the Learner augment as a preset does. */
    static List<String> augmentation(AugmentationSettings preset) {
        String constant = preset.name().toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
        return List.of("-option=" + LEARNER + ",augmentation," + constant + ",String");
    }

    private List<String> arguments(LabelledSet set, Path folder, int seed) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-workflowDir=" + Project.root().resolve(WORKFLOW));
        arguments.add("-failonloaderror");
        arguments.add("-workflow.variable=image," + set.image() + ",String");
        arguments.add("-workflow.variable=labels," + set.labels() + ",String");
        arguments.add("-workflow.variable=truth," + set.truth() + ",String");
        arguments.add("-workflow.variable=output," + folder + ",String");
        arguments.add("-workflow.variable=seed," + seed + ",int");
        if (options.text("threads").isPresent()) {
            int threads = options.count("threads", 1);
            arguments.add("-option=" + LEARNER + ",threads," + threads + ",int");
            arguments.add("-option=" + PREDICTOR + ",threads," + threads + ",int");
        }
        arguments.addAll(options.workflow());
        return arguments;
    }

    /** Waits for the end; returns the most memory it was seen with, in MiB. */
    private static double watch(Process process) throws InterruptedException {
        double peak = Double.NaN;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Memory.of(process.pid()).map(Memory::peak).orElse(peak);
        }
        return peak;
    }

    /** All foreground classes pooled over the slices that carry no label. */
    private static ScoreRow unlabelledSlices(List<ScoreRow> rows) throws IOException {
        return rows.stream()
                .filter(row -> row.scope() == Scope.HELD_OUT)
                .filter(row -> row.classIndex().equals(OptionalInt.empty()))
                .findFirst()
                .orElseThrow(() -> new IOException("There are no slices without labels"));
    }

    /**
     * How a run went; scores of the foreground, pooled over the slices without labels.
     *
     * @param dice 0..1
     * @param precision 0..1
     * @param recall 0..1
     * @param seconds of the whole process
     * @param peak MiB of resident memory
     */
    record Outcome(double dice, double precision, double recall, double seconds, double peak) {}
}
