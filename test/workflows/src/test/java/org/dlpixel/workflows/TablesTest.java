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
import org.dlpixel.nodes.augmenter.PatchAugmenterNodeFactory;
import org.dlpixel.nodes.learner.UNetLearnerNodeFactory;
import org.dlpixel.nodes.overlay.SegmentationOverlayNodeFactory;
import org.dlpixel.nodes.phantom.VesselPhantomNodeFactory;
import org.dlpixel.nodes.predictor.UNetSlicePredictorNodeFactory;
import org.dlpixel.nodes.reader.SparseLabelReaderNodeFactory;
import org.dlpixel.nodes.scorer.SegmentationScorerNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.RowsNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;

/** Tables without rows, with missing cells and with several volumes. */
class TablesTest {

    private static final int PHANTOM = 1;
    private static final int REGION_ROWS = 2;
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

    private static Flow phantom() {
        return new Flow()
                .node(
                        PHANTOM,
                        VesselPhantomNodeFactory.class,
                        Map.of(
                                "width",
                                48,
                                "height",
                                40,
                                "slices",
                                6,
                                "labelledSlices",
                                3,
                                "seed",
                                4));
    }

    /** Phantom, rows of regions, learner. */
    private static Flow training(Map<String, ?> regions) {
        return phantom()
                .node(REGION_ROWS, RowsNodeFactory.class, rows(regions))
                .node(LEARNER, UNetLearnerNodeFactory.class, tiny())
                .connect(PHANTOM, 2, REGION_ROWS, 1)
                .connect(REGION_ROWS, 1, LEARNER, 1);
    }

    /** All nodes, with the rows of the predictor's input and output changed. */
    private Flow whole(Map<String, ?> volumes, Map<String, ?> segmented) {
        return training(Map.of())
                .node(VOLUME_ROWS, RowsNodeFactory.class, rows(volumes))
                .node(PREDICTOR, UNetSlicePredictorNodeFactory.class, Map.of("threads", 1))
                .node(SEGMENTED_ROWS, RowsNodeFactory.class, rows(segmented))
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
                .node(LOOK, LookNodeFactory.class, Map.of("name", "segmented"))
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

    private static Map<String, ?> tiny() {
        return Map.of(
                "depth",
                2,
                "baseFeatures",
                4,
                "epochs",
                2,
                "patchesPerEpoch",
                4,
                "batchSize",
                4,
                "patchSize",
                16,
                "threads",
                1);
    }

    private static Map<String, ?> rows(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("times", 1, "empty", "", "row", -1));
        all.putAll(changed);
        return all;
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    private static void assertOk(Run run) {
        assertThat(run.code()).as(run.text()).isZero();
    }

    @Test
    void theTrainingIsToldEpochByEpoch() {
        Run run =
                run(
                        training(Map.of())
                                .node(LOOK, LookNodeFactory.class, Map.of("name", "history"))
                                .node(WRITER, LookNodeFactory.class, Map.of("name", "curve"))
                                .node(SCORER, LookNodeFactory.class, Map.of("name", "held out"))
                                .connect(LEARNER, 2, LOOK, 1)
                                .connect(LEARNER, 3, WRITER, 1)
                                .connect(LEARNER, 4, SCORER, 1));

        assertOk(run);
        List<SeenRow> history = LookNodeFactory.take("history");
        assertThat(history).extracting(SeenRow::key).containsExactly("Epoch 1", "Epoch 2");
        assertThat(history).extracting(row -> row.texts().get("Kept")).containsOnlyOnce("true");
        for (SeenRow epoch : history) {
            assertThat(Double.parseDouble(epoch.texts().get("Loss"))).isBetween(0.0, 10.0);
            assertThat(Double.parseDouble(epoch.texts().get("Validation Dice")))
                    .isBetween(0.0, 1.0);
        }
        assertThat(LookNodeFactory.take("curve"))
                .extracting(SeenRow::key)
                .containsExactly("Training curve", "Calibration");
        assertThat(LookNodeFactory.take("held out"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(Double.parseDouble(row.texts().get("Dice")))
                                    .isBetween(0.0, 1.0);
                            assertThat(row.texts().get("ROI")).matches("\\d+,\\d+,\\d+,\\d+");
                            assertThat(row.texts().get("Dice by class")).startsWith("[");
                        });
    }

    @Test
    void scoresFollowFromTheCountedVoxels() {
        Run run =
                run(
                        whole(Map.of(), Map.of())
                                .node(11, LookNodeFactory.class, Map.of("name", "scores"))
                                .node(12, LookNodeFactory.class, Map.of("name", "slices"))
                                .node(13, LookNodeFactory.class, Map.of("name", "counts"))
                                .connect(SCORER, 1, 11, 1)
                                .connect(SCORER, 2, 12, 1)
                                .connect(SCORER, 3, 13, 1));

        assertOk(run);
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
    void nothingToLearnFromIsSaidSo() {
        Run run = run(training(Map.of("times", 0)));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("UNetLearner (#3): Nothing to learn from", "has no rows.")
                .doesNotContain("Execute failed");
    }

    @Test
    void regionsWithoutAnyLabelsAreSaidSo() {
        Run run = run(training(Map.of("empty", "Label")));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("no row with both an image and labels");
    }

    @Test
    void regionsWithoutPlainCellsAreTrainedWith() {
        Run run = run(training(Map.of("empty", "Source,Slice,ROI,Split,Classes,Low,High")));

        assertOk(run);
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("3 rows without Low and High");
    }

    @Test
    void rowsWithoutLabelsAreLeftOutWithOneWarning() {
        Run run = run(training(Map.of("times", 3, "empty", "Label", "row", 4)));

        assertOk(run);
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("Left out 1 row without an image or labels.");
    }

    @Test
    void anEmptyTableGivesNoPatches() {
        Run run =
                run(
                        phantom()
                                .node(REGION_ROWS, RowsNodeFactory.class, rows(Map.of("times", 0)))
                                .node(LEARNER, PatchAugmenterNodeFactory.class, Map.of())
                                .node(LOOK, LookNodeFactory.class, Map.of("name", "patches"))
                                .connect(PHANTOM, 2, REGION_ROWS, 1)
                                .connect(REGION_ROWS, 1, LEARNER, 1)
                                .connect(LEARNER, 1, LOOK, 1));

        assertOk(run);
        assertThat(LookNodeFactory.take("patches")).isEmpty();
    }

    @Test
    void patchesAreVariedTrainingRegionsBesideUntouchedHeldOutOnes() {
        Run run =
                run(
                        phantom()
                                .node(
                                        LEARNER,
                                        PatchAugmenterNodeFactory.class,
                                        Map.of("patchesPerRegion", 3, "patchSize", 64))
                                .node(LOOK, LookNodeFactory.class, Map.of("name", "patches"))
                                .node(WRITER, LookNodeFactory.class, Map.of("name", "regions"))
                                .connect(PHANTOM, 2, LEARNER, 1)
                                .connect(PHANTOM, 2, WRITER, 1)
                                .connect(LEARNER, 1, LOOK, 1));

        assertOk(run);
        List<SeenRow> regions = LookNodeFactory.take("regions");
        List<SeenRow> patches = LookNodeFactory.take("patches");
        assertThat(patches).hasSize(2 * 3 + 1);
        for (SeenRow patch : patches) {
            if (patch.texts().get("Split").equals("train")) {
                assertThat(patch.images().get("Image").size()).isEqualTo("64 x 64");
                assertThat(patch.images().get("Image").values()).isNotEmpty();
                assertThat(patch.texts()).containsEntry("Low", "0.0").containsEntry("High", "1.0");
                float[] labels = patch.images().get("Label").values();
                assertThat(count(labels, 0)).isBetween(64L * 64 - 48 * 40, 64L * 64 - 1);
            } else {
                SeenRow region =
                        regions.stream()
                                .filter(r -> r.key().equals(patch.key()))
                                .findFirst()
                                .orElseThrow();
                assertThat(patch.images().get("Image").values())
                        .isEqualTo(region.images().get("Image").values());
                assertThat(patch.images().get("Label").values())
                        .isEqualTo(region.images().get("Label").values());
            }
        }
        assertThat(patches).extracting(p -> p.texts().get("Split")).containsOnlyOnce("validation");
    }

    private static long count(float[] values, float wanted) {
        long count = 0;
        for (float v : values) {
            count += v == wanted ? 1 : 0;
        }
        return count;
    }

    @Test
    void noVolumeIsNoError() throws IOException {
        Run run = run(whole(Map.of("times", 0), Map.of()));

        assertOk(run);
        assertThat(LookNodeFactory.take("segmented")).isEmpty();
        assertThat(PhantomQuickTest.names(output())).containsExactly("report.html", "scores.csv");
        assertThat(ScoresCsv.read(output().resolve("scores.csv"))).isEmpty();
    }

    @Test
    void everyVolumeGetsItsOwnFiles() throws IOException {
        Run run = run(whole(Map.of("times", 2), Map.of()));

        assertOk(run);
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

        assertOk(run);
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

        assertOk(run);
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

        assertOk(run);
        assertThat(PhantomQuickTest.names(output())).contains("segmentation.tif", "scores.csv");
        assertThat(ScoresCsv.read(output().resolve("scores.csv"))).hasSize(9);
    }

    @Test
    void aModelOfGreyImagesRefusesColourOnes() {
        Path image = Stacks.image(folder.resolve("rgb.tif"), new VolumeShape(20, 18, 4, 3));
        Path labels = Stacks.labels(folder.resolve("labels.tif"), 20, 18, 4);
        Run run =
                run(
                        training(Map.of())
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
