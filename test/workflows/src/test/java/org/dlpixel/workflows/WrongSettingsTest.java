package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a node refuses keep the whole workflow from starting. */
class WrongSettingsTest {

    @TempDir Path folder;

    private Example example() {
        return Example.sparseUnet(folder.resolve("flow"));
    }

    private static void assertNotLoaded(Run run) {
        assertThat(run.code()).as(run.text()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth         | 1   | depth: 1         | between 2 and 6",
                "depth         | 7   | depth: 7         | between 2 and 6",
                "baseFeatures  | 0   | features: 0      | between 1 and 64",
                "epochs        | 0   | epochs: 0        | between 1 and",
                "patchesPerEpoch | 0 | per epoch: 0     | between 1 and",
                "batchSize     | 0   | batch size: 0    | between 1 and 1024",
                "patchSize     | 0   | patch size: 0    | between 16 and 4096",
                "patchSize     | -5  | patch size: -5   | between 16 and 4096",
                "patchSize     | 2147483647 | patch size: 2147483647 | between 16 and 4096",
                "patchSize     | 4097 | patch size: 4097 | between 16 and 4096",
                "threads       | -1  | threads: -1      | from 0 (all cores) to 1024",
                "threads       | 1025 | threads: 1025   | from 0 (all cores) to 1024",
            })
    void ofTheLearner(String setting, int value, String name, String rule) {
        Run run = example().learner(setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("U-Net Learner (#3)", name, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learningRate | 0    | learning rate: 0.0    | above 0 and at most 1",
                "learningRate | NaN  | learning rate: NaN    | above 0 and at most 1",
                "dropout      | 1    | dropout: 1.0          | below 1",
                "minutes      | 0    | time limit: 0.0       | above 0",
                "minutes      | -1   | time limit: -1.0      | above 0",
            })
    void realNumbersOfTheLearner(String setting, double value, String name, String rule) {
        Run run = example().learner(setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("U-Net Learner (#3)", name, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patchSize        | 0  | patch size: 0         | from 8 to 8192",
                "patchesPerRegion | -1 | patches per region: -1 | 0 or more",
                "previewPatches   | 0  | patches in the preview: 0 | from 1 to 100",
            })
    void ofTheAugmenter(String setting, int value, String name, String rule) {
        Run run = example().augmenter(setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("Patch Augmenter (#2)", name, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "geometry/sizeFactor       | 0.5 | sized crop: 0.5",
                "geometry/flipProbability  | 1.5 | flip: 1.5",
                "intensity/contrast        | -1  | contrast",
                "intensity/brightness      | NaN | brightness",
                "intensity/gammaRange      | 2   | gamma",
            })
    void operationsOfTheAugmenter(String setting, double value, String name) {
        Run run = example().augmenter("operations/" + setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("Patch Augmenter (#2)", name, "must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "largestTile | 31  | largest tile side: 31",
                "largestTile | -64 | largest tile side: -64",
                "threads     | -2  | threads: -2",
            })
    void ofThePredictor(String setting, int value, String name) {
        Run run = example().predictor(setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("U-Net Slice Predictor (#4)", name, "must be");
    }

    @Test
    void anEmptyNameOfTheNewColumn() {
        Run run = example().predictor("outputColumn", " ").run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("name of the new column", "must not be blank");
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "0.95", "NaN"})
    void ofTheReader(double share) {
        Run run = example().reader("validationShare", share).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("held out for validation: " + share, "within 0..0.9");
    }

    @Test
    void aPatchThatIsTooSmallForADeepNetwork() {
        Run run = example().learner("depth", 6).learner("patchSize", 64).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("patch size: 64, must be above 64 at depth 6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "everything           | number of classes: 1 | 2..127",
                "background, a, a     | class names: [background, a, a] | all different",
                "background,, a       | class names: [background, , a] | not blank",
            })
    void classNamesOfTheReader(String names, String name, String rule) {
        Run run = example().reader("classNames", names).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("Sparse Label Reader (#1)", name, rule);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void ofTheOverlay(int slices) {
        Run run = example().option(6, "slices", slices).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("Segmentation Overlay (#6)", "slices per volume: " + slices);
    }

    @ParameterizedTest
    @CsvSource({"width,15", "height,4096", "slices,0", "labelledSlices,11"})
    void ofThePhantom(String setting, int value) {
        Run run = Example.phantomQuick(folder.resolve("quick")).option(1, setting, value).run();

        assertNotLoaded(run);
        assertThat(run.err()).contains("Vessel Phantom (#1)", ": " + value, "must be");
    }

    @Test
    void ofAVariableAreNamedBeforeAnythingRuns() {
        Stacks.phantom(folder);
        Run run =
                Example.sparseUnet(
                                folder.resolve("flow"),
                                folder.resolve("image.tif"),
                                folder.resolve("sparse_labels.tif"))
                        .variable("minutes", -1.0)
                        .run();

        assertThat(run.code()).as(run.text()).isEqualTo(4);
        assertThat(run.warnings(Example.LEARNER))
                .singleElement()
                .asString()
                .contains("time limit: -1.0 minutes", "above 0");
        assertThat(run.started(Example.READER)).isFalse();
    }

    @Test
    void aColumnThatIsNotThere() {
        Run run = Example.phantomQuick(folder.resolve("quick")).learner("imageColumn", "Nix").run();

        assertThat(run.code()).as(run.text()).isEqualTo(4);
        assertThat(run.warnings(Example.LEARNER))
                .singleElement()
                .asString()
                .contains("No column 'Nix'", "Image, Label");
        assertThat(run.out()).doesNotContain("...");
    }

    @Test
    void aColumnWithoutImages() {
        Run run = Example.phantomQuick(folder.resolve("quick")).learner("labelColumn", "ROI").run();

        assertThat(run.code()).as(run.text()).isEqualTo(4);
        assertThat(run.warnings(Example.LEARNER))
                .singleElement()
                .asString()
                .contains("Column 'ROI' holds", "must hold images");
    }
}
