package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.VolumeFiles;
import org.dlpixel.nodes.overlay.SegmentationOverlayNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.nodes.scorer.SegmentationScorerNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.PathsNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;

/** Volumes with time points, previews, and volumes of different sizes in one table. */
class TimePointsTest {

    private static final int READER = 1;
    private static final int LEARNER = 2;
    private static final int VOLUMES = 3;
    private static final int PREDICTOR = 4;
    private static final int SCORER = 5;
    private static final int OVERLAY = 6;
    private static final int WRITER = 7;
    private static final VolumeShape FILM = new VolumeShape(40, 32, 8, 1, 2);

    @TempDir Path folder;

    private String stack(String name, VolumeShape shape) {
        Path image = Stacks.image(folder.resolve(name + ".tif"), shape);
        Path labels =
                Stacks.labels(
                        folder.resolve(name + "_labels.tif"),
                        shape,
                        (z, c, y, x) -> z % 3 > 0 ? 0 : x < 3 ? 1 : x > shape.width() - 4 ? 2 : 0);
        Path truth =
                Stacks.labels(
                        folder.resolve(name + "_truth.tif"),
                        shape,
                        (z, c, y, x) -> 2 * x < shape.width() + 3 * z ? 0 : 1);
        return image + "|" + labels + "|" + truth;
    }

    /** A small model of the film, and all nodes behind a table of paths. */
    private Flow flow(Map<String, ?> settings, String... rows) {
        String[] film = stack("film", FILM).split("\\|", -1);
        Flow flow =
                new Flow()
                        .node(
                                READER,
                                SparseLabelReaderNodeFactory.class,
                                Map.of("image", film[0], "labels", film[1], "truth", film[2]))
                        .tinyLearner(
                                LEARNER,
                                Map.of("patchesPerEpoch", 8, "course", Map.of("teachers", "OFF")))
                        .connect(READER, 2, LEARNER, 1);
        if (rows.length > 0) {
            flow.node(VOLUMES, PathsNodeFactory.class, Map.of("rows", String.join("\n", rows)));
        }
        return flow.predictor(PREDICTOR, Flow.with(settings, Map.of("imageColumn", "Image")))
                .node(
                        SCORER,
                        SegmentationScorerNodeFactory.class,
                        Map.of("labelColumn", "Label", "truthColumn", "Truth"))
                .node(
                        OVERLAY,
                        SegmentationOverlayNodeFactory.class,
                        Map.of(
                                "imageColumn",
                                "Image",
                                "labelColumn",
                                "Label",
                                "truthColumn",
                                "Truth",
                                "slices",
                                2))
                .node(
                        WRITER,
                        SegmentationWriterNodeFactory.class,
                        Map.of("folder", results().toString()))
                .ports(WRITER, Map.of("Overlays", BufferedDataTable.class))
                .look(11, "volumes")
                .look(12, "areas")
                .look(13, "slices")
                .look(14, "counts")
                .look(15, "overlays")
                .connect(LEARNER, 1, PREDICTOR, 1)
                .connect(rows.length > 0 ? VOLUMES : READER, 1, PREDICTOR, 2)
                .connect(PREDICTOR, 1, SCORER, 1)
                .connect(PREDICTOR, 1, OVERLAY, 1)
                .connect(PREDICTOR, 1, WRITER, 1)
                .connect(OVERLAY, 1, WRITER, 2)
                .connect(PREDICTOR, 1, 11, 1)
                .connect(PREDICTOR, 2, 12, 1)
                .connect(SCORER, 2, 13, 1)
                .connect(SCORER, 3, 14, 1)
                .connect(OVERLAY, 1, 15, 1);
    }

    private Path results() {
        return folder.resolve("results");
    }

    private void run(Flow flow) {
        flow.run(folder.resolve("flow")).assertOk();
    }

    private static List<String> texts(List<SeenRow> rows, String column) {
        return rows.stream().map(row -> row.texts().get(column)).distinct().toList();
    }

    private static List<String> places(List<SeenRow> rows) {
        return rows.stream()
                .map(r -> r.texts().get("Time") + " " + r.texts().get("Slice"))
                .distinct()
                .toList();
    }

    private static long counted() {
        return LookNodeFactory.take("counts").stream()
                .filter(row -> row.texts().get("Scope").equals("all"))
                .mapToLong(row -> Long.parseLong(row.texts().get("Voxels")))
                .sum();
    }

    @Test
    void cellsWithTimePointsKeepTheirAxesThroughAllNodes() throws IOException {
        run(flow(Map.of("quality", Map.of("smoothing", 1.0))));

        SeenRow volume = LookNodeFactory.take("volumes").get(0);
        assertThat(volume.images().get("Image").size()).isEqualTo("40 x 32 x 4 x 2");
        assertThat(volume.images().get("Segmentation").size()).isEqualTo("40 x 32 x 4 x 2");
        List<String> all = List.of("0 0", "0 1", "0 2", "0 3", "1 0", "1 1", "1 2", "1 3");
        assertThat(places(LookNodeFactory.take("areas"))).isEqualTo(all);
        assertThat(places(LookNodeFactory.take("slices"))).isEqualTo(all);
        assertThat(counted()).isEqualTo(FILM.voxels());
        List<String> pictures = new ArrayList<>();
        for (SeenRow row : LookNodeFactory.take("overlays")) {
            int time = Integer.parseInt(row.texts().get("Time"));
            int slice = Integer.parseInt(row.texts().get("Slice"));
            pictures.add("overlay_time_000" + time + "_slice_000" + slice + ".png");
        }
        assertThat(pictures).hasSize(2);
        assertThat(PhantomQuickTest.names(results())).containsAll(pictures);
        try (SliceSource written = VolumeFiles.open(results().resolve("segmentation.tif"))) {
            assertThat(written.shape()).isEqualTo(FILM);
            assertThat(written.voxelSize()).isEqualTo(Stacks.VOXEL.withTime(Stacks.STEP));
        }
    }

    @Test
    void volumesOfDifferentSizesGoThroughAllNodes() throws IOException {
        VolumeShape small = new VolumeShape(21, 34, 3, 1);
        VolumeShape large = new VolumeShape(52, 19, 7, 1);
        run(flow(Map.of(), stack("small", small), stack("large", large), stack("again", FILM)));

        List<SeenRow> volumes = LookNodeFactory.take("volumes");
        assertThat(volumes)
                .extracting(row -> row.images().get("Segmentation").size())
                .containsExactly("21 x 34 x 3", "52 x 19 x 7", "40 x 32 x 4 x 2");
        assertThat(LookNodeFactory.take("areas")).hasSize(2 * (3 + 7 + 8));
        assertThat(texts(LookNodeFactory.take("slices"), "Time")).containsExactly("?", "0", "1");
        assertThat(counted()).isEqualTo(small.voxels() + large.voxels() + FILM.voxels());
        assertThat(LookNodeFactory.take("overlays")).hasSize(6);
        for (int i = 0; i < 3; i++) {
            Path file = results().resolve("segmentation_Volume" + i + ".tif");
            try (SliceSource written = VolumeFiles.open(file)) {
                assertThat(written.shape()).isEqualTo(List.of(small, large, FILM).get(i));
            }
        }
    }

    @Test
    void previewsAreComparedWithTheSlicesThatTheyHave() throws IOException {
        VolumeShape stack = new VolumeShape(30, 20, 5, 1);
        Flow flow =
                flow(
                        Map.of(
                                "input",
                                Map.of("slices", "1../2"),
                                "output",
                                Map.of(
                                        "store",
                                        "OME_ZARR_0_4",
                                        "folder",
                                        folder.resolve("made").toString())),
                        stack("stack", stack),
                        stack("again", FILM));
        run(
                flow.predictor(21, Map.of("imageColumn", "Image"))
                        .node(
                                22,
                                SegmentationScorerNodeFactory.class,
                                Map.of("labelColumn", "Label", "truthColumn", "Truth"))
                        .look(23, "whole")
                        .connect(LEARNER, 1, 21, 1)
                        .connect(VOLUMES, 1, 21, 2)
                        .connect(21, 1, 22, 1)
                        .connect(22, 2, 23, 1));

        List<SeenRow> volumes = LookNodeFactory.take("volumes");
        assertThat(texts(volumes, "Segmentation slices")).containsExactly("1..4/2", "1..3/2");
        List<String> expected = List.of("? 1", "? 3", "0 1", "0 3", "1 1", "1 3");
        assertThat(places(LookNodeFactory.take("areas"))).isEqualTo(expected);
        List<SeenRow> slices = LookNodeFactory.take("slices");
        assertThat(places(slices)).isEqualTo(expected);
        assertThat(slices)
                .extracting(SeenRow::texts)
                .isEqualTo(
                        LookNodeFactory.take("whole").stream()
                                .filter(row -> expected.containsAll(places(List.of(row))))
                                .map(SeenRow::texts)
                                .toList());
        assertThat(expected).containsAll(places(LookNodeFactory.take("overlays")));
        assertThat(counted()).isEqualTo(2L * stack.plane() + 4L * FILM.plane());
        Path preview = Path.of(volumes.get(1).texts().get("Segmentation"));
        try (SliceSource film = VolumeFiles.open(preview)) {
            assertThat(film.shape()).isEqualTo(new VolumeShape(40, 32, 4, 1, 2));
            assertThat(film.voxelSize()).isEqualTo(new VoxelSize(0.5, 0.5, 4, "um", Stacks.STEP));
        }
        assertThat(Files.readString(preview.resolve(".zattrs")).replaceAll("\\s", ""))
                .contains("\"translation\":[0.0,2.0,0.0,0.0]");
    }
}
