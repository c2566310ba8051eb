package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.VolumeFiles;
import org.dlpixel.nodes.overlay.SegmentationOverlayNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.nodes.scorer.SegmentationScorerNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From file to file: paths in the table of volumes, paths in the table of results. */
class PredictionFilesTest {

    private static final int READER = 1;
    private static final int LEARNER = 2;
    private static final int CELLS = 3;
    private static final int FILES = 4;
    private static final int SCORER = 5;
    private static final int OVERLAY = 6;
    private static final int WRITER = 7;
    private static final int LOOK = 8;
    private static final int AREAS = 9;
    private static final int LOOK_FILES = 10;
    private static final int AREAS_FILES = 11;
    private static final int VOXELS = 6 * 40 * 48;

    @TempDir Path folder;

    private Path image;

    @BeforeEach
    void writeStacks() {
        Stacks.phantom(folder);
        image = folder.resolve("image.tif");
    }

    /** A model, and one predictor that puts out image cells. */
    private Flow predicting(Map<String, ?> settings) {
        return new Flow()
                .node(
                        READER,
                        SparseLabelReaderNodeFactory.class,
                        Map.of(
                                "image",
                                image.toString(),
                                "labels",
                                folder.resolve("sparse_labels.tif").toString(),
                                "truth",
                                folder.resolve("truth.tif").toString()))
                .tinyLearner(
                        LEARNER, Map.of("patchesPerEpoch", 8, "course", Map.of("teachers", "OFF")))
                .predictor(CELLS, settings)
                .look(LOOK, "cells")
                .look(AREAS, "areas")
                .connect(READER, 2, LEARNER, 1)
                .connect(LEARNER, 1, CELLS, 1)
                .connect(READER, 1, CELLS, 2)
                .connect(CELLS, 1, LOOK, 1)
                .connect(CELLS, 2, AREAS, 1);
    }

    /** A further predictor that reads the path in the column Source and writes files. */
    private Flow withFiles(Flow flow, String store) {
        return flow.predictor(
                        FILES,
                        Map.of(
                                "imageColumn",
                                "Source",
                                "output",
                                Map.of(
                                        "store",
                                        store,
                                        "folder",
                                        folder.resolve("made").toString(),
                                        "probabilities",
                                        true,
                                        "uncertainty",
                                        "ENTROPY")))
                .look(LOOK_FILES, "files")
                .look(AREAS_FILES, "areas of files")
                .connect(LEARNER, 1, FILES, 1)
                .connect(READER, 1, FILES, 2)
                .connect(FILES, 1, LOOK_FILES, 1)
                .connect(FILES, 2, AREAS_FILES, 1);
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    @Test
    void aTiffBecomesAnOmeZarrThatTheOtherNodesTake() {
        Path results = folder.resolve("results");
        Run run =
                run(
                        withFiles(predicting(Map.of()), "OME_ZARR_0_5")
                                .node(SCORER, SegmentationScorerNodeFactory.class, Map.of())
                                .node(
                                        OVERLAY,
                                        SegmentationOverlayNodeFactory.class,
                                        Map.of("imageColumn", "Source", "slices", 2))
                                .node(
                                        WRITER,
                                        SegmentationWriterNodeFactory.class,
                                        Map.of("folder", results.toString()))
                                .look(12, "scores")
                                .look(13, "overlays")
                                .connect(FILES, 1, SCORER, 1)
                                .connect(FILES, 1, OVERLAY, 1)
                                .connect(FILES, 1, WRITER, 1)
                                .connect(SCORER, 1, 12, 1)
                                .connect(OVERLAY, 1, 13, 1));

        run.assertOk();
        SeenRow cells = LookNodeFactory.take("cells").get(0);
        SeenRow files = LookNodeFactory.take("files").get(0);
        float[] expected = cells.images().get("Segmentation").values();
        Path segmentation = folder.resolve("made/image_segmentation.ome.zarr");
        assertThat(files.texts())
                .containsEntry("Segmentation", segmentation.toString())
                .containsEntry("Flicker", cells.texts().get("Flicker"));
        assertThat(voxels(segmentation)).isEqualTo(expected);
        assertThat(Stacks.voxels(results.resolve("segmentation.tif"))).isEqualTo(expected);
        try (SliceSource probabilities =
                VolumeFiles.open(folder.resolve("made/image_probabilities.ome.zarr"))) {
            assertThat(probabilities.shape()).isEqualTo(new VolumeShape(48, 40, 6, 2));
        }
        assertThat(folder.resolve("made").toFile().list())
                .containsExactlyInAnyOrder(
                        "image_segmentation.ome.zarr",
                        "image_probabilities.ome.zarr",
                        "image_uncertainty.ome.zarr");
        List<SeenRow> areas = LookNodeFactory.take("areas");
        assertThat(areas).hasSize(6 * 2);
        assertThat(sum(areas, "Pixels")).isEqualTo(VOXELS);
        double voxel = 1.17 * 1.17 * 5;
        assertThat(sum(areas, "Volume") / (VOXELS * voxel)).isCloseTo(1, within(1e-9));
        assertThat(texts(LookNodeFactory.take("areas of files"), "Pixels"))
                .isEqualTo(texts(areas, "Pixels"));
        assertThat(LookNodeFactory.take("scores")).hasSize(9);
        assertThat(LookNodeFactory.take("overlays")).hasSize(2);
    }

    private static double sum(List<SeenRow> rows, String column) {
        return rows.stream().mapToDouble(r -> Double.parseDouble(r.texts().get(column))).sum();
    }

    private static List<String> texts(List<SeenRow> rows, String column) {
        return rows.stream().map(row -> row.texts().get(column)).toList();
    }

    private static float[] voxels(Path path) {
        try (SliceSource source = VolumeFiles.open(path)) {
            VolumeShape shape = source.shape();
            float[] all = new float[shape.plane() * shape.slices()];
            for (int z = 0; z < shape.slices(); z++) {
                float[] slice = source.slice(z).pixels();
                System.arraycopy(slice, 0, all, z * slice.length, slice.length);
            }
            return all;
        }
    }

    @Test
    void aPreviewHasOnlyTheChosenSlices() {
        Run run =
                run(
                        predicting(Map.of())
                                .predictor(FILES, Map.of("input", Map.of("slices", "1../3")))
                                .look(LOOK_FILES, "preview")
                                .look(AREAS_FILES, "some")
                                .connect(LEARNER, 1, FILES, 1)
                                .connect(READER, 1, FILES, 2)
                                .connect(FILES, 1, LOOK_FILES, 1)
                                .connect(FILES, 2, AREAS_FILES, 1));

        run.assertOk();
        float[] all = LookNodeFactory.take("cells").get(0).images().get("Segmentation").values();
        SeenRow.Pixels preview =
                LookNodeFactory.take("preview").get(0).images().get("Segmentation");
        assertThat(preview.size()).isEqualTo("48 x 40 x 2");
        int plane = 48 * 40;
        for (int i = 0; i < plane; i++) {
            assertThat(preview.values()[i]).isEqualTo(all[plane + i]);
            assertThat(preview.values()[plane + i]).isEqualTo(all[4 * plane + i]);
        }
        assertThat(texts(LookNodeFactory.take("some"), "Slice"))
                .containsExactly("1", "1", "4", "4");
    }

    @Test
    void averagesOverAxesAndSlicesTellTheFlickerBeforeThem() {
        Run run =
                run(
                        predicting(
                                Map.of(
                                        "input",
                                        Map.of("across", "ALL"),
                                        "quality",
                                        Map.of("smoothing", 1.0, "positions", "FLIPS"),
                                        "output",
                                        Map.of("probabilities", true, "mapType", "FLOAT32"))));

        run.assertOk();
        SeenRow row = LookNodeFactory.take("cells").get(0);
        double before = Double.parseDouble(row.texts().get("Flicker of single slices"));
        assertThat(Double.parseDouble(row.texts().get("Flicker"))).isBetween(0.0, before);
        float[] p = row.images().get("Segmentation probabilities").values();
        assertThat(p).hasSize(2 * VOXELS);
        float[] classes = row.images().get("Segmentation").values();
        int plane = 48 * 40;
        for (int i = 0; i < VOXELS; i++) {
            int at = i / plane * 2 * plane + i % plane;
            assertThat(classes[i]).isEqualTo(p[at + plane] > p[at] ? 1f : 0f);
        }
    }

    @Test
    void resultsThatAreTooLargeForCellsAreRefusedWithTheWayOut() {
        image = Stacks.image(folder.resolve("large.tif"), 700, 600, 3);
        Stacks.labels(folder.resolve("sparse_labels.tif"), 700, 600, 3);
        Stacks.labels(
                folder.resolve("truth.tif"),
                new VolumeShape(700, 600, 3, 1),
                (z, c, y, x) -> x < 350 ? 0 : 1);

        Run run = run(predicting(Map.of("output", Map.of("largestImage", 1))));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("size of the results of row", ": 1 MB", "'Store as'", "at most 1 MB");
    }
}
