package org.dlpixel.core.train.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.Scenes;
import org.dlpixel.core.train.Trainer;
import org.dlpixel.core.train.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @Test
    void presetsHaveTheirNames() {
        assertThat(Arrays.stream(Preset.values()).map(Preset::title))
                .containsExactly("Fast (CPU)", "Standard", "Original (NEABDL)");
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void networkAndPatchesFit(Preset preset) {
        assertThatCode(() -> new Trainer(preset.network(), preset.training()))
                .doesNotThrowAnyException();
    }

    @Test
    void theStandardIsTheDefaultNetworkAndNumberOfPatches() {
        Portions defaults = Portions.defaults();
        assertThat(Preset.STANDARD.network()).isEqualTo(UNetSettings.defaults());
        assertThat(patches(Preset.STANDARD))
                .isEqualTo(defaults.epochs() * defaults.patchesPerEpoch());
        assertThat(patches(Preset.FAST)).isEqualTo(patches(Preset.STANDARD) / 2);
    }

    private static int patches(Preset preset) {
        Portions portions = preset.training().portions();
        return portions.epochs() * portions.patchesPerEpoch();
    }

    @Test
    void theOriginalIsThatOfTheTutorial() {
        UNetSettings network = Preset.ORIGINAL.network().withClasses(4);
        assertThat(network.parameterCount()).isEqualTo(6_557_152);
        assertThat(network.dropout()).isZero();
        TrainingSettings training = Preset.ORIGINAL.training();
        assertThat(training.portions()).isEqualTo(new Portions(256, 8, 100, 100));
        assertThat(training.objective().loss()).isEqualTo(Loss.CROSS_ENTROPY);
        assertThat(training.optimiser())
                .isEqualTo(
                        new OptimiserSettings(
                                1e-4, 0, 0, RateCourse.CONSTANT, Double.POSITIVE_INFINITY, 0));
        assertThat(Preset.ORIGINAL.augmentation()).isEqualTo(AugmentationSettings.ORIGINAL);
    }

    /** Without an average the model is the trained network itself. */
    @Test
    void plainAdamLearns() {
        List<LabelledRegion> regions =
                List.of(
                        Scenes.region(40, 40, 1, Split.TRAIN),
                        Scenes.region(33, 40, 2, Split.VALIDATION));
        TrainingSettings settings =
                Preset.ORIGINAL
                        .training()
                        .withPortions(p -> new Portions(32, p.batchSize(), 6, 64))
                        .withOptimiser(OptimiserSettings.plain(1e-2))
                        .withThreads(1);
        UNetSettings network = Preset.ORIGINAL.network().withDepth(2).withBaseFeatures(4);
        TrainingResult result =
                new Trainer(network, settings)
                        .train(
                                Scenes.data(regions),
                                Scenes.patches(regions, 32, 1),
                                Progress.none());
        assertThat(result.history().kept().validation().orElseThrow().meanForegroundDice())
                .isGreaterThan(.8);
    }
}
