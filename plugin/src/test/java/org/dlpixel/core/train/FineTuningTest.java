package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FineTuningTest {

    private static final TrainingSettings SHORT =
            Small.SETTINGS.withPortions(portions -> portions.withEpochs(1));

    private static PixelModel start;

    @BeforeAll
    static void trainOnce() {
        start =
                Small.train(
                                Small.SETTINGS
                                        .withPortions(p -> p.withEpochs(5).withPatchesPerEpoch(60))
                                        .withOptimiser(
                                                OptimiserSettings.defaults()
                                                        .withLearningRate(1e-2)
                                                        .withAverageDecay(.9)))
                        .model();
    }

    @Test
    void trainingGoesOnFromTheModel() {
        TrainingSettings gentle = SHORT.withOptimiser(OptimiserSettings.plain(1e-4));
        TrainingResult tuned =
                Small.train(
                        new Trainer(Small.NETWORK.withDropout(0), gentle).from(start),
                        gentle,
                        Progress.none());
        TrainingResult fresh = Small.train(gentle);
        assertThat(tuned.history().epochs().get(0).loss())
                .isLessThan(.7 * fresh.history().epochs().get(0).loss());
        assertThat(tuned.model().metadata().provenance().get("started from weights (SHA-256)"))
                .hasSize(64);
        assertThat(tuned.model().metadata().normalization())
                .isEqualTo(start.metadata().normalization());
        assertThat(fresh.model().metadata().provenance())
                .doesNotContainKey("started from weights (SHA-256)");
    }

    @Test
    void anotherNetworkIsRefusedByName() {
        assertRefused(Small.NETWORK.withArchitecture(Architecture.U_NET), "architecture");
        assertRefused(Small.NETWORK.withClasses(3), "number of classes of the model");
        assertRefused(Small.NETWORK.withInputChannels(2), "number of input channels");
        assertRefused(Small.NETWORK.withBaseFeatures(8), "number of base features");
        assertRefused(Small.NETWORK.withNorm(Norm.GROUP), "norm of the model");
        assertRefused(Small.NETWORK.withResidualUnits(1), "network of the model");
    }

    private static void assertRefused(UNetSettings network, String message) {
        assertThatThrownBy(() -> new Trainer(network, SHORT).from(start))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining("to start from");
    }

    @Test
    void otherDataAreRefusedByName() {
        assertRefused(
                new TrainingData(Small.REGIONS, Scenes.CLASSES, Normalization.perSlice()),
                "normalisation of the model to start from");
        assertRefused(
                new TrainingData(
                        Small.REGIONS,
                        new ClassList(List.of("ground", "square")),
                        Normalization.defaults()),
                "classes of the model to start from");
    }

    private static void assertRefused(TrainingData data, String message) {
        Trainer trainer = new Trainer(Small.NETWORK, SHORT).from(start);
        PatchSource patches = Scenes.patches(Small.REGIONS, 32, 1);
        assertThatThrownBy(() -> trainer.train(data, patches, Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
