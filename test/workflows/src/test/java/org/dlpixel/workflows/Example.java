package org.dlpixel.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.executor.run.Cancellation;

/** A copy of one of the example workflows, and the options it is run with. */
final class Example {

    static final String READER = "Sparse Label Reader";
    static final String LEARNER = "U-Net Learner";
    static final String PREDICTOR = "U-Net Slice Predictor";
    static final String WRITER = "Segmentation Writer";

    private static final int READER_ID = 1;
    private static final int AUGMENTER_ID = 2;
    private static final int LEARNER_ID = 3;
    private static final int PREDICTOR_ID = 4;
    private static final int OVERLAY_ID = 6;

    private final Path folder;
    private final List<String> arguments;

    private Example(Path folder, List<String> arguments) {
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
    }

    /** All nodes on a tiny phantom, as it is shipped; one thread. */
    static Example phantomQuick(Path target) {
        return copy("phantom-quick", target)
                .option(LEARNER_ID, "threads", 1)
                .option(PREDICTOR_ID, "threads", 1)
                .option(OVERLAY_ID, "slices", 2);
    }

    /** A model is written as a package, read again and used. */
    static Example modelPackage(Path target) {
        return copy("model-package", target);
    }

    /** The main job with a tiny network and a training of two steps. */
    static Example sparseUnet(Path target) {
        return copy("sparse-unet-3d", target)
                .option(AUGMENTER_ID, "patchesPerRegion", 3)
                .option(AUGMENTER_ID, "patchSize", 16)
                .option(LEARNER_ID, "depth", 2)
                .option(LEARNER_ID, "baseFeatures", 4)
                .option(LEARNER_ID, "epochs", 2)
                .option(LEARNER_ID, "patchesPerEpoch", 4)
                .option(LEARNER_ID, "batchSize", 4)
                .option(LEARNER_ID, "patchSize", 16)
                .option(LEARNER_ID, "course/teachers", "OFF")
                .option(LEARNER_ID, "threads", 1)
                .option(PREDICTOR_ID, "threads", 1)
                .option(OVERLAY_ID, "slices", 2);
    }

    /** The main job on stacks of the caller's. */
    static Example sparseUnet(Path target, Path image, Path labels) {
        return sparseUnet(target).variable("image", image).variable("labels", labels);
    }

    private static Example copy(String name, Path target) {
        Path source = Path.of(name).toAbsolutePath();
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.filter(p -> !p.startsWith(source.resolve("data"))).toList()) {
                Files.copy(path, target.resolve(source.relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Example(target, List.of());
    }

    /** Changes a setting; a later change of the same one wins. */
    Example option(int node, String path, Object value) {
        return with("-option=" + node + "," + path + "," + value + "," + type(value));
    }

    Example learner(String path, Object value) {
        return option(LEARNER_ID, path, value);
    }

    Example augmenter(String path, Object value) {
        return option(AUGMENTER_ID, path, value);
    }

    Example predictor(String path, Object value) {
        return option(PREDICTOR_ID, path, value);
    }

    Example reader(String path, Object value) {
        return option(READER_ID, path, value);
    }

    Example variable(String name, Object value) {
        return with("-workflow.variable=" + name + "," + value + "," + type(value));
    }

    Run run() {
        return Run.of(folder, arguments);
    }

    Run run(Cancellation cancellation) {
        return Run.of(folder, arguments, cancellation);
    }

    /** Where the files go unless told otherwise. */
    Path output() {
        return folder.resolve("data").resolve("output");
    }

    private Example with(String argument) {
        List<String> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Example(folder, more);
    }

    private static String type(Object value) {
        if (value instanceof Integer) {
            return "int";
        } else if (value instanceof Double) {
            return "double";
        } else if (value instanceof Boolean) {
            return "boolean";
        }
        return "String";
    }
}
