package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.executor.run.Cancellation;
import org.dlpixel.nodes.learner.UNetLearnerNodeFactory;
import org.dlpixel.nodes.modelreader.UNetModelReaderNodeFactory;
import org.dlpixel.nodes.modelwriter.UNetModelWriterNodeFactory;
import org.dlpixel.nodes.predictor.UNetSlicePredictorNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.workflows.nodes.PathsNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prediction that is cancelled, goes on, and never takes the place of its input. */
class PredictionSafetyTest {

    private static final VolumeShape SHAPE = new VolumeShape(384, 384, 60, 1);

    @TempDir static Path shared;
    @TempDir Path folder;

    /** A tiny model, trained once. */
    @BeforeAll
    static void writeModel() {
        Stacks.phantom(shared);
        Run run =
                new Flow()
                        .node(
                                1,
                                SparseLabelReaderNodeFactory.class,
                                Map.of(
                                        "image",
                                        shared.resolve("image.tif").toString(),
                                        "labels",
                                        shared.resolve("sparse_labels.tif").toString()))
                        .node(
                                2,
                                UNetLearnerNodeFactory.class,
                                Map.of(
                                        "depth", 2,
                                        "baseFeatures", 4,
                                        "epochs", 1,
                                        "patchesPerEpoch", 4,
                                        "batchSize", 4,
                                        "patchSize", 16,
                                        "course", Map.of("teachers", "OFF"),
                                        "threads", 1))
                        .node(
                                3,
                                UNetModelWriterNodeFactory.class,
                                Map.of("path", model().toString(), "authors", "Nobody (Tests)"))
                        .connect(1, 2, 2, 1)
                        .connect(2, 1, 3, 1)
                        .run(shared.resolve("flow"));
        assertThat(run.code()).as(run.text()).isZero();
    }

    private static Path model() {
        return shared.resolve("model.zip");
    }

    private Flow predicting(Path results, String store, Path... volumes) {
        List<String> rows = Stream.of(volumes).map(path -> path + "||").toList();
        return new Flow()
                .node(1, UNetModelReaderNodeFactory.class, Map.of("path", model().toString()))
                .node(2, PathsNodeFactory.class, Map.of("rows", String.join("\n", rows)))
                .node(
                        3,
                        UNetSlicePredictorNodeFactory.class,
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
                                        true),
                                "threads",
                                1))
                .connect(1, 1, 3, 1)
                .connect(2, 1, 3, 2);
    }

    private Run run(Path results, String store, Path... volumes) {
        return predicting(results, store, volumes).run(folder.resolve("flow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIFF", "OME_ZARR_0_5"})
    void aCancelledPredictionGoesOnAndGivesTheSameBytes(String store) throws Exception {
        Path image = Stacks.image(folder.resolve("image.tif"), SHAPE);
        Path whole = folder.resolve("whole");
        assertThat(run(whole, store, image).code()).isZero();
        Path made = folder.resolve("made");

        Run cancelled = runUntilSlices(3, made, store, image);

        assertThat(cancelled.code()).as(cancelled.text()).isNotZero();
        assertThat(cancelled.text()).containsIgnoringCase("cancel");
        assertThat(visible(made)).isEmpty();
        List<Object> kept = unfinished(made);
        assertThat(kept).hasSize(2);
        int slices = journalled(made);
        assertThat(slices).isBetween(3, SHAPE.slices() - 1);

        Run again = run(made, store, image);

        assertThat(again.code()).as(again.text()).isZero();
        assertThat(contents(made)).isEqualTo(contents(whole));
        assertThat(keys(visible(made))).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** Cancels as soon as that many slices are on the disk. */
    private Run runUntilSlices(int slices, Path results, String store, Path image)
            throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        Thread watcher =
                new Thread(
                        () -> {
                            while (journalled(results) < slices && !Thread.interrupted()) {
                                Thread.onSpinWait();
                            }
                            cancellation.cancel();
                        },
                        "watcher");
        watcher.setDaemon(true);
        watcher.start();
        Run run = predicting(results, store, image).run(folder.resolve("flow"), cancellation);
        watcher.interrupt();
        watcher.join();
        return run;
    }

    /** How many slices of the segmentation an unfinished run has noted. */
    private static int journalled(Path results) {
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.contains("segmentation") && name.endsWith(".journal")) {
                    return Files.readAllLines(file).size() - 1;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Path> visible(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(f -> !f.getFileName().toString().startsWith(".")).toList();
        }
    }

    private static List<Object> unfinished(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return keys(files.filter(f -> f.toString().endsWith(".unfinished")).toList());
        }
    }

    /** What stays the same when a file is moved. */
    private static List<Object> keys(List<Path> files) throws IOException {
        List<Object> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        }
        return keys;
    }

    private static Map<String, String> contents(Path results) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(results.relativize(file).toString(), hash(file));
            }
        }
        return contents;
    }

    private static String hash(Path file) throws IOException {
        return Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file);
    }

    @Test
    void aResultNeverReplacesTheImageOfAnotherRow() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path other = Stacks.image(folder.resolve("a_segmentation.tif"), 24, 16, 3);
        Map<String, String> before = contents(folder);

        Run run = run(folder, "TIFF", image, other);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("file of the results: " + other, "image of row Volume1", "folder");
        Map<String, String> after = contents(folder);
        after.keySet().removeIf(name -> name.startsWith("flow"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anImageWithTheHiddenNameOfAResultIsKept() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path hidden = folder.resolve(".a_segmentation.tif.unfinished");
        Path other = Files.move(Stacks.image(folder.resolve("b.tif"), 24, 16, 2), hidden);
        String before = hash(other);

        Run run = run(folder, "TIFF", image, other);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("file of the results: " + other, "image of row Volume1");
        assertThat(hash(other)).isEqualTo(before);
    }

    @Test
    void resultsAreNotPutAmongTheSlicesOfAnInput() throws IOException {
        Path slices = Files.createDirectories(folder.resolve("slices"));
        Stacks.image(slices.resolve("z1.tif"), 24, 16, 1);
        Stacks.image(slices.resolve("z2.tif"), 24, 16, 1);

        Run run = run(slices, "TIFF", slices);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("slices_segmentation.tif", "image of row Volume0");
        assertThat(visible(slices)).hasSize(2);
    }

    @Test
    void resultsMayLieBesideTheirImages() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);

        for (int i = 0; i < 2; i++) {
            Run run = run(folder, "TIFF", image);
            assertThat(run.code()).as(run.text()).isZero();
        }

        assertThat(folder.resolve("a_segmentation.tif")).exists();
    }

    @Test
    void aPathThatLeadsNowhereIsFoundBeforeAnythingIsComputed() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path missing = folder.resolve("gone.tif");
        Path results = folder.resolve("results");

        Run run = run(results, "TIFF", image, missing);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("image of row Volume1", missing.toString());
        assertThat(visible(results)).isEmpty();
    }

    @Test
    void anEmptyPathIsNamedWithItsRow() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);

        Run run = run(folder.resolve("results"), "TIFF", image, Path.of(""));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("path to the image of row Volume1");
        assertThat(visible(folder.resolve("results"))).isEmpty();
    }

    @Test
    void volumesOfTheSameNameGetResultsOfTheirOwn() throws IOException {
        Path results = folder.resolve("results");
        Path first = Files.createDirectories(folder.resolve("first")).resolve("a.tif");
        Path second = Files.createDirectories(folder.resolve("second")).resolve("a.tif");

        Run run =
                run(
                        results,
                        "TIFF",
                        Stacks.image(first, 24, 16, 2),
                        Stacks.image(second, 32, 16, 2));

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(visible(results))
                .map(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "a_segmentation.tif",
                        "a_probabilities.tif",
                        "a_2_segmentation.tif",
                        "a_2_probabilities.tif");
    }

    @Test
    void aTableWithoutRowsGivesNoResults() throws IOException {
        Run run = run(folder.resolve("results"), "TIFF");

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(folder.resolve("results")).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path image = Stacks.image(folder.resolve("a.tif"), 24, 16, 2);
        Path results = Files.writeString(folder.resolve("results"), "not a folder");

        Run run = run(results, "TIFF", image);

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(results.toString());
        assertThat(results).hasContent("not a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIFF", "OME_ZARR_0_5"})
    void anEarlierResultStaysUntilTheNextOneIsComplete(String store) throws Exception {
        Path image = Stacks.image(folder.resolve("image.tif"), SHAPE);
        Path results = folder.resolve("results");
        assertThat(run(results, store, image).code()).isZero();
        Map<String, String> before = contents(results);

        Run cancelled = runUntilSlices(1, results, store, image);

        assertThat(cancelled.code()).as(cancelled.text()).isNotZero();
        assertThat(contents(results)).containsAllEntriesOf(before);
        assertThat(run(results, store, image).code()).isZero();
        assertThat(contents(results)).isEqualTo(before);
    }
}
