package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.nodes.augmenter.PatchAugmenterNodeFactory;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.dlpixel.workflows.nodes.LookNodeFactory;
import org.dlpixel.workflows.nodes.SeenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;

/** The inputs that can be added to the U-Net Learner. */
class LearnerPortsTest {

    private static final int PHANTOM = 1;
    private static final int VOLUME_ROWS = 2;
    private static final int LEARNER = 3;
    private static final int SECOND = 4;
    private static final int LOOK = 5;
    private static final int REGION_ROWS = 6;
    private static final int PREDICTOR = 7;

    @TempDir Path folder;

    /** Phantom and learner; rows of the volumes changed. */
    private static Flow withVolumes(Map<String, ?> volumes, Map<String, ?> learner) {
        return new Flow()
                .phantom(PHANTOM)
                .rows(VOLUME_ROWS, volumes)
                .tinyLearner(LEARNER, learner)
                .ports(LEARNER, Map.of("Volumes", BufferedDataTable.class))
                .connect(PHANTOM, 1, VOLUME_ROWS, 1)
                .connect(PHANTOM, 2, LEARNER, 1)
                .connect(VOLUME_ROWS, 1, LEARNER, 2);
    }

    /** A learner that goes on from another's model. */
    private static Flow fineTuning(Map<String, ?> second) {
        return new Flow()
                .phantom(PHANTOM)
                .tinyLearner(LEARNER, Map.of())
                .tinyLearner(SECOND, second)
                .ports(SECOND, Map.of("Start model", UNetModelPortObject.class))
                .look(LOOK, "fine-tuned")
                .connect(PHANTOM, 2, LEARNER, 1)
                .connect(PHANTOM, 2, SECOND, 1)
                .connect(LEARNER, 1, SECOND, 2)
                .connect(SECOND, 2, LOOK, 1);
    }

    private Run run(Flow flow) {
        return flow.run(folder.resolve("flow"));
    }

    @Test
    void volumesAreTakenWithoutAWord() {
        Run run = run(withVolumes(Map.of(), Map.of()));

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
    }

    @Test
    void aTableOfVolumesWithoutRowsIsWarnedOf() {
        Run run = run(withVolumes(Map.of("times", 0), Map.of()));

        run.assertOk();
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("The table of volumes has no rows.");
    }

    @Test
    void volumesWithoutAnImageAreLeftOutWithOneWarning() {
        Run run = run(withVolumes(Map.of("times", 3, "empty", "Image", "row", 1), Map.of()));

        run.assertOk();
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("Left out 1 row without an image in the table of volumes.");
    }

    @Test
    void volumesWithoutPlainCellsAreMeasured() {
        Run run = run(withVolumes(Map.of("empty", "Source,Low,High"), Map.of()));

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
    }

    @Test
    void aModelIsTrainedOnWithItsNetwork() {
        Run run = run(fineTuning(Map.of("depth", 4, "patchSize", 32, "learningRate", 1e-12)));

        run.assertOk();
        assertThat(LookNodeFactory.take("fine-tuned")).hasSize(2);
        assertThat(run.out()).doesNotContain("WARN");
    }

    @Test
    void bothCanBeAdded() {
        Map<String, Class<?>> added = new LinkedHashMap<>();
        added.put("Volumes", BufferedDataTable.class);
        added.put("Start model", UNetModelPortObject.class);
        Run run =
                run(
                        new Flow()
                                .phantom(PHANTOM)
                                .tinyLearner(LEARNER, Map.of())
                                .tinyLearner(SECOND, Map.of())
                                .ports(SECOND, added)
                                .connect(PHANTOM, 2, LEARNER, 1)
                                .connect(PHANTOM, 2, SECOND, 1)
                                .connect(PHANTOM, 1, SECOND, 2)
                                .connect(LEARNER, 1, SECOND, 3));

        run.assertOk();
    }

    @Test
    void aModelOfOtherClassesIsRefused() {
        Run run =
                run(
                        new Flow()
                                .phantom(PHANTOM)
                                .rows(REGION_ROWS, Map.of("empty", "Classes"))
                                .tinyLearner(LEARNER, Map.of())
                                .tinyLearner(SECOND, Map.of())
                                .ports(SECOND, Map.of("Start model", UNetModelPortObject.class))
                                .connect(PHANTOM, 2, REGION_ROWS, 1)
                                .connect(REGION_ROWS, 1, LEARNER, 1)
                                .connect(PHANTOM, 2, SECOND, 1)
                                .connect(LEARNER, 1, SECOND, 2));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "Illegal classes of the labelled regions: [background, vessel]",
                        "those of the start model, [background, class 1]");
    }

    /** Neighbouring slices and normalisation as options, and a prediction by the model. */
    private static Flow images(Map<String, ?> images, Map<String, ?> volumes) {
        return withVolumes(volumes, Map.of("images", images))
                .predictor(PREDICTOR, Map.of())
                .look(LOOK, "segmented")
                .connect(LEARNER, 1, PREDICTOR, 1)
                .connect(PHANTOM, 1, PREDICTOR, 2)
                .connect(PREDICTOR, 1, LOOK, 1);
    }

    @Test
    void neighbouringSlicesAreSeenInTrainingAndPrediction() {
        Run run = run(images(Map.of("neighbours", 1), Map.of()));

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
        assertThat(LookNodeFactory.take("segmented").get(0).images().get("Segmentation").size())
                .isEqualTo("48 x 40 x 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOLUME", "SLICE", "ROI", "FIXED"})
    void everyNormalisationWorksWithNeighbours(String scope) {
        Run run =
                run(
                        images(
                                Map.of("neighbours", 2, "normalisation", scope, "high", 4000.0),
                                Map.of()));

        run.assertOk();
        assertThat(run.out()).doesNotContain("WARN");
    }

    @Test
    void neighboursNeedThePort() {
        Run run =
                run(
                        new Flow()
                                .phantom(PHANTOM)
                                .tinyLearner(LEARNER, Map.of("images", Map.of("neighbours", 1)))
                                .connect(PHANTOM, 2, LEARNER, 1));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("neighbouring slices: 1, must be 0 without the input 'Volumes'");
        assertThat(run.started("VesselPhantom")).isFalse();
    }

    @Test
    void neighboursNeedTheVolumeOfTheSource() {
        Run run = run(images(Map.of("neighbours", 1), Map.of("times", 0)));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("Illegal source of", "0 volumes have this name");
    }

    @Test
    void patchesHaveNoNeighbours() {
        Run run =
                run(
                        new Flow()
                                .phantom(PHANTOM)
                                .node(
                                        REGION_ROWS,
                                        PatchAugmenterNodeFactory.class,
                                        Map.of("patchesPerRegion", 2, "patchSize", 32))
                                .tinyLearner(LEARNER, Map.of("images", Map.of("neighbours", 1)))
                                .ports(LEARNER, Map.of("Volumes", BufferedDataTable.class))
                                .connect(PHANTOM, 2, REGION_ROWS, 1)
                                .connect(REGION_ROWS, 1, LEARNER, 1)
                                .connect(PHANTOM, 1, LEARNER, 2));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("connect the labelled regions, not patches of them");
    }

    @Test
    void patchesAreNotBroughtToAFixedRange() {
        Run run =
                run(
                        new Flow()
                                .phantom(PHANTOM)
                                .node(
                                        REGION_ROWS,
                                        PatchAugmenterNodeFactory.class,
                                        Map.of("patchesPerRegion", 2, "patchSize", 32))
                                .tinyLearner(
                                        LEARNER, Map.of("images", Map.of("normalisation", "FIXED")))
                                .connect(PHANTOM, 2, REGION_ROWS, 1)
                                .connect(REGION_ROWS, 1, LEARNER, 1));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("normalised already", "not patches of them");
    }

    /** Phantom and learner that keeps its state in a folder. */
    private static Flow keeping(Path checkpoints) {
        return new Flow()
                .phantom(PHANTOM)
                .tinyLearner(
                        LEARNER, Map.of("checkpoints", Map.of("folder", checkpoints.toString())))
                .look(LOOK, "kept")
                .connect(PHANTOM, 2, LEARNER, 1)
                .connect(LEARNER, 2, LOOK, 1);
    }

    @Test
    void aTrainingGoesOnFromItsCheckpoints() {
        Path checkpoints = folder.resolve("new").resolve("checkpoints");

        keeping(checkpoints).run(folder.resolve("first")).assertOk();
        List<SeenRow> first = LookNodeFactory.take("kept");
        assertThat(checkpoints.resolve("final").resolve("training.checkpoint")).isNotEmptyFile();
        keeping(checkpoints).run(folder.resolve("second")).assertOk();

        assertThat(LookNodeFactory.take("kept"))
                .extracting(row -> row.texts().get("Loss"))
                .isEqualTo(first.stream().map(row -> row.texts().get("Loss")).toList());
    }

    @Test
    void aFileIsNoFolderForCheckpoints() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        Run run = keeping(file.resolve("checkpoints")).run(folder.resolve("flow"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.warnings("UNetLearner"))
                .singleElement()
                .asString()
                .contains("Cannot write into", file + " is a file");
        assertThat(run.started("VesselPhantom")).isFalse();
    }
}
