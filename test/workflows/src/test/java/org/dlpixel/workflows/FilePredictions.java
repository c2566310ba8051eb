package org.dlpixel.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlpixel.nodes.modelreader.UNetModelReaderNodeFactory;
import org.dlpixel.nodes.modelwriter.UNetModelWriterNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.workflows.nodes.PathsNodeFactory;

/** A tiny model as a package, and predictions by it from paths to files. */
record FilePredictions(Path model) {

    /** Trains and writes the model. */
    static FilePredictions train(Path folder) {
        Stacks.phantom(folder);
        Path model = folder.resolve("model.zip");
        new Flow()
                .node(
                        1,
                        SparseLabelReaderNodeFactory.class,
                        Map.of(
                                "image",
                                folder.resolve("image.tif").toString(),
                                "labels",
                                folder.resolve("sparse_labels.tif").toString()))
                .tinyLearner(2, Map.of("epochs", 1, "course", Map.of("teachers", "OFF")))
                .node(
                        3,
                        UNetModelWriterNodeFactory.class,
                        Map.of("path", model.toString(), "authors", "Nobody (Tests)"))
                .connect(1, 2, 2, 1)
                .connect(2, 1, 3, 1)
                .run(folder.resolve("flow"))
                .assertOk();
        return new FilePredictions(model);
    }

    /** Classes and probabilities of all volumes as files of the folder of results. */
    Flow flow(Path results, String store, Path... volumes) {
        List<String> rows = Stream.of(volumes).map(path -> path + "||").toList();
        return new Flow()
                .node(1, UNetModelReaderNodeFactory.class, Map.of("path", model.toString()))
                .node(2, PathsNodeFactory.class, Map.of("rows", String.join("\n", rows)))
                .predictor(
                        3,
                        Map.of(
                                "imageColumn",
                                "Image",
                                "output",
                                Map.of(
                                        "store",
                                        store,
                                        "folder",
                                        results.toString(),
                                        "probabilities",
                                        true)))
                .connect(1, 1, 3, 1)
                .connect(2, 1, 3, 2);
    }

    /** The files of a folder that are not hidden. */
    static List<Path> visible(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(f -> !f.getFileName().toString().startsWith(".")).toList();
        }
    }

    /** Every file below a folder, with its bytes' hash and length. */
    static Map<String, String> contents(Path results) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(results.relativize(file).toString(), hash(file));
            }
        }
        return contents;
    }

    static String hash(Path file) throws IOException {
        return Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file);
    }
}
