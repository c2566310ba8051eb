package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.executor.run.Cancellation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prediction that is cancelled, or fails, goes on and keeps what was there before. */
class PredictionSafetyTest {

    private static final VolumeShape SHAPE = new VolumeShape(384, 384, 60, 1);

    @TempDir static Path shared;
    @TempDir Path folder;

    private static FilePredictions predictions;

    @BeforeAll
    static void trainModel() {
        predictions = FilePredictions.train(shared);
    }

    private Run run(Path results, String store, Path... volumes) {
        return predictions.flow(results, store, volumes).run(folder.resolve("flow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIFF", "OME_ZARR_0_5"})
    void aCancelledPredictionGoesOnAndGivesTheSameBytes(String store) throws Exception {
        Path image = Stacks.image(folder.resolve("image.tif"), SHAPE);
        Path whole = folder.resolve("whole");
        run(whole, store, image).assertOk();
        Path made = folder.resolve("made");

        Run cancelled = runUntilSlices(3, made, store, image);

        assertThat(cancelled.code()).as(cancelled.text()).isNotZero();
        assertThat(cancelled.text()).containsIgnoringCase("cancel");
        assertThat(FilePredictions.visible(made)).isEmpty();
        List<Object> kept = unfinished(made);
        assertThat(kept).hasSize(2);
        int slices = journalled(made);
        assertThat(slices).isBetween(3, SHAPE.slices() - 1);

        Run again = run(made, store, image);

        again.assertOk();
        assertThat(FilePredictions.contents(made)).isEqualTo(FilePredictions.contents(whole));
        assertThat(keys(FilePredictions.visible(made))).containsExactlyInAnyOrderElementsOf(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIFF", "OME_ZARR_0_5"})
    void anEarlierResultStaysUntilTheNextOneIsComplete(String store) throws Exception {
        Path image = Stacks.image(folder.resolve("image.tif"), SHAPE);
        Path results = folder.resolve("results");
        run(results, store, image).assertOk();
        Map<String, String> before = FilePredictions.contents(results);

        Run cancelled = runUntilSlices(1, results, store, image);

        assertThat(cancelled.code()).as(cancelled.text()).isNotZero();
        assertThat(FilePredictions.contents(results)).containsAllEntriesOf(before);
        run(results, store, image).assertOk();
        assertThat(FilePredictions.contents(results)).isEqualTo(before);
    }

    @Test
    void aFullDiskIsNamedWithItsFileAndTheFinishedSlicesAreKept() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        String store = "OME_ZARR_0_5";
        Path image = Stacks.image(folder.resolve("image.tif"), SHAPE);
        Path whole = folder.resolve("whole");
        run(whole, store, image).assertOk();
        Path made = folder.resolve("made");
        assertThat(runUntilSlices(3, made, store, image).code()).isNotZero();
        Path full = fullFromTheLastSliceOn(made);

        Run failed = run(made, store, image);

        assertThat(failed.code()).as(failed.text()).isEqualTo(4);
        assertThat(failed.err())
                .contains(
                        made.resolve("image_segmentation.ome.zarr") + ": the disk is full.",
                        "59 of 60 slices are finished and kept");
        assertThat(FilePredictions.visible(made)).isEmpty();

        Files.delete(full);
        run(made, store, image).assertOk();
        assertThat(FilePredictions.contents(made)).isEqualTo(FilePredictions.contents(whole));
    }

    /** Leads to a device that is always full where the segmentation's last chunk will be. */
    private static Path fullFromTheLastSliceOn(Path results) throws IOException {
        Path chunk =
                results.resolve(".image_segmentation.ome.zarr.unfinished")
                        .resolve("labels/segmentation/0/c/59/0/0");
        Files.createDirectories(chunk.getParent());
        return Files.createSymbolicLink(chunk, Path.of("/dev/full"));
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
        Run run = predictions.flow(results, store, image).run(folder.resolve("flow"), cancellation);
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
}
