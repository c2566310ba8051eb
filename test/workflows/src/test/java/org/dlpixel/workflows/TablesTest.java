package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.score.ScoresCsv;
import org.dlpixel.nodes.overlay.SegmentationOverlayNodeFactory;
import org.dlpixel.nodes.predictor.UNetSlicePredictorNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.nodes.scorer.SegmentationScorerNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;

/** Tables of volumes without rows, with missing cells and with several volumes. */
class TablesTest {

    private static final int PHANTOM = 1;
    private static final int LEARNER = 3;
    private static final int VOLUME_ROWS = 4;
    private static final int PREDICTOR = 5;
    private static final int SEGMENTED_ROWS = 6;
    private static final int SCORER = 7;
    private static final int OVERLAY = 8;
    private static final int WRITER = 9;
    private static final int LOOK = 10;

    @TempDir Path folder;

    private Path output() {
        return folder.resolve("results");
    }

    private static Flow training() {
        return new Flow()
                .phantom(PHANTOM)
                .tinyLearner(LEARNER, Map.of())
                .connect(PHANTOM, 2, LEARNER, 1);
    }

    /** All nodes, with the rows of the predictor's input and output changed. */
    private Flow whole(Map<String, ?> volumes, Map<String, ?> segmented) {
        return training()
                .rows(VOLUME_ROWS, volumes)
                .predictor(PREDICTOR, Map.of())
                .rows(SEGMENTED_ROWS, segmented)
                .node(SCORER, SegmentationScorerNodeFactory.class, Map.of())
                .node(OVERLAY, SegmentationOverlayNodeFactory.class, Map.of("slices", 2))
                .node(
                        WRITER,
                        SegmentationWriterNodeFactory.class,
                        Map.of("folder", output().toString()))
                .ports(
                        WRITER,
                        Map.of(
                                "Scores",
                                BufferedDataTable.class,
                                "Overlays",
                                BufferedDataTable.class))
                .look(LOOK, "segmented")
                .connect(PHANTOM, 1, VOLUME_ROWS, 1)
                .connect(LEARNER, 1, PREDICTOR, 1)
                .connect(VOLUME_ROWS, 1, PREDICTOR, 2)
                .connect(PREDICTOR, 1, SEGMENTED_ROWS, 1)
                .connect(SEGMENTED_ROWS, 1, SCORER, 1)
                .connect(SEGMENTED_ROWS, 1, OVERLAY, 1)
                .connect(SEGMENTED_ROWS, 1, WRITER, 1)
                .connect(SCORER, 1, WRITER, 2)
                .connect(OVERLAY, 1, WRITER, 3)
                .connect(PREDICTOR, 1, LOOK, 1);
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    @Test
    void scoresFollowFromTheCountedVoxels() {
        Run run =
                run(
                        whole(Map.of(), Map.of())
                                .look(11, "scores")
                                .look(12, "slices")
                                .look(13, "counts")
                                .connect(SCORER, 1, 11, 1)
                                .connect(SCORER, 2, 12, 1)
                                .connect(SCORER, 3, 13, 1));

        run.assertOk();
        Map<String, Double> counts = new HashMap<>();
        for (SeenRow row : LookNodeFactory.take("counts")) {
            counts.put(row.key(), Double.parseDouble(row.texts().get("Voxels")));
        }
        double hit = counts.get("all 1 1");
        double tooMuch = counts.get("all 0 1");
        double missed = counts.get("all 1 0");
        assertThat(counts.get("all 0 0") + hit + tooMuch + missed).isEqualTo(48 * 40 * 6);
        SeenRow vessel =
                LookNodeFactory.take("scores").stream()
                        .filter(row -> row.key().equals("all 1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(vessel.texts()).containsEntry("Class name", "vessel");
        assertThat(Double.parseDouble(vessel.texts().get("Dice")))
                .isCloseTo(2 * hit / (2 * hit + tooMuch + missed), within(1e-12));
        List<SeenRow> slices = LookNodeFactory.take("slices");
        assertThat(slices).hasSize(6 * 3);
        assertThat(slices)
                .filteredOn(row -> row.texts().get("Scope").equals("annotated"))
                .extracting(row -> row.texts().get("Slice"))
                .hasSize(3 * 3);
    }

    @Test
    void noVolumeIsNoError() throws IOException {
        Run run = run(whole(Map.of("times", 0), Map.of()));

        run.assertOk();
        assertThat(LookNodeFactory.take("segmented")).isEmpty();
        assertThat(PhantomQuickTest.names(output())).containsExactly("report.html", "scores.csv");
        assertThat(ScoresCsv.read(output().resolve("scores.csv"))).isEmpty();
    }

    @Test
    void everyVolumeGetsItsOwnFiles() throws IOException {
        Run run = run(whole(Map.of("times", 2), Map.of()));

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
        assertThat(PhantomQuickTest.names(output()))
                .contains("segmentation_Row0__.tif", "segmentation_Row0___2.tif")
                .filteredOn(name -> name.startsWith("overlay_"))
                .hasSize(4);
        assertThat(output().resolve("segmentation_Row0__.tif"))
                .hasSameBinaryContentAs(output().resolve("segmentation_Row0___2.tif"));
        assertThat(LookNodeFactory.take("segmented")).hasSize(2);
    }

    @Test
    void aMissingImageGivesAMissingSegmentationAndOneWarningPerNode() throws IOException {
        Run run = run(whole(Map.of("times", 3, "empty", "Image", "row", 1), Map.of()));

        run.assertOk();
        assertThat(run.warnings("UNetSlicePredictor"))
                .singleElement()
                .asString()
                .endsWith("1 row without an image got a missing segmentation.");
        for (String node :
                List.of("SegmentationScorer", "SegmentationOverlay", "SegmentationWriter")) {
            assertThat(run.warnings(node))
                    .as(node)
                    .singleElement()
                    .asString()
                    .contains("Left out 1 row");
        }
        List<SeenRow> seen = LookNodeFactory.take("segmented");
        assertThat(seen)
                .extracting(row -> row.texts().get("Segmentation").equals("?"))
                .containsExactly(false, true, false);
        assertThat(PhantomQuickTest.names(output()))
                .filteredOn(name -> name.startsWith("segmentation"))
                .containsExactly("segmentation_Row0__.tif", "segmentation_Row0___2.tif");
    }

    @Test
    void aVolumeWithoutTruthIsComparedWithItsLabels() {
        Run run = run(whole(Map.of("times", 1), Map.of("empty", "Truth")));

        run.assertOk();
        assertThat(ScoresCsv.read(output().resolve("scores.csv")))
                .extracting(row -> row.scope().label())
                .containsOnly("annotated", "all");
    }

    @Test
    void withoutTruthAndLabelsThereIsNothingToScore() {
        Run run = run(whole(Map.of("times", 1), Map.of("empty", "Truth,Label")));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("Nothing to score");
    }

    @Test
    void withoutPlainCellsVolumesAreSegmentedAllTheSame() throws IOException {
        Run run = run(whole(Map.of("empty", "Source,Classes,Low,High"), Map.of()));

        run.assertOk();
        assertThat(PhantomQuickTest.names(output())).contains("segmentation.tif", "scores.csv");
        assertThat(ScoresCsv.read(output().resolve("scores.csv"))).hasSize(9);
    }

    @Test
    void aModelOfGreyImagesRefusesColourOnes() {
        Path image = Stacks.image(folder.resolve("rgb.tif"), new VolumeShape(20, 18, 4, 3));
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 4);
        Run run =
                run(
                        training()
                                .node(
                                        VOLUME_ROWS,
                                        SparseLabelReaderNodeFactory.class,
                                        Map.of(
                                                "image",
                                                image.toString(),
                                                "labels",
                                                labels.toString()))
                                .node(PREDICTOR, UNetSlicePredictorNodeFactory.class, Map.of())
                                .connect(LEARNER, 1, PREDICTOR, 1)
                                .connect(VOLUME_ROWS, 1, PREDICTOR, 2));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "UNetSlicePredictor (#5): Illegal number of channels of image of row Row0:"
                                + " 3, must be the model's, 1.");
    }
}
