package org.dlpixel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.benchmark.Options.Task;
import org.dlpixel.benchmark.Options.UsageException;
import org.dlpixel.benchmark.accuracy.AccuracyBenchmark;
import org.dlpixel.benchmark.augmentation.AugmentationBenchmark;
import org.dlpixel.benchmark.pictures.AugmentationPictures;
import org.dlpixel.benchmark.prediction.PredictionBenchmark;
import org.dlpixel.benchmark.training.TrainingBenchmark;

/** Measures what the command line says; see README.md of this module. */
public final class BenchmarkMain {

    private static final int USAGE = 2;

    private BenchmarkMain() {}

    /** Ends the process with 0, or with 2 if an argument is not understood. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(Options.parse(List.of(arguments)));
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.println("test/benchmark/README.md explains the options.");
            System.exit(USAGE);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        requireFolders(options);
        Path folder =
                options.text("output")
                        .map(Path::of)
                        .orElse(Project.root().resolve("test/benchmark/target/results"))
                        .toAbsolutePath();
        Output output = new Output(folder, System.out);
        output.say(Machine.describe());
        if (options.task() == Task.PICTURES) {
            new AugmentationPictures(output).write();
        }
        if (options.task() == Task.TRAINING || options.task() == Task.ALL) {
            new TrainingBenchmark(options, output).run();
        }
        if (options.task() == Task.PREDICTION || options.task() == Task.ALL) {
            new PredictionBenchmark(options, output).run();
        }
        if (options.task() == Task.AUGMENTATION || options.task() == Task.ALL) {
            new AugmentationBenchmark(options, output).run();
        }
        AccuracyBenchmark accuracy = new AccuracyBenchmark(options, output);
        if (options.task() == Task.ACCURACY || options.task() == Task.ALL) {
            accuracy(options, accuracy);
        }
        if (options.task() == Task.LEARNING_CURVE || options.task() == Task.ALL) {
            accuracy.learningCurve();
        }
        output.say("Results are in " + folder);
    }

    private static void accuracy(Options options, AccuracyBenchmark accuracy)
            throws IOException, InterruptedException {
        Optional<String> augmentations = options.text("augmentations");
        if (augmentations.isPresent()) {
            accuracy.evidence(augmentations.get());
        } else {
            accuracy.accuracy();
        }
    }

    /** So that a mistyped task does not start all of them. */
    private static void requireFolders(Options options) {
        for (Path folder : options.folders()) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException("Neither a task nor a folder: " + folder);
            }
        }
    }
}
