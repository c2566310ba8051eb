package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.TrainingHistory.Ending;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.ClassWeights;
import org.dlpixel.core.train.settings.Objective;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);
    private static final TrainingSettings SETTINGS =
            TrainingSettings.defaults()
                    .withPortions(portions -> new Portions(32, 4, 4, 12))
                    .withThreads(1);
    private static final List<LabelledRegion> REGIONS =
            List.of(
                    Scenes.region(50, 40, 1, Split.TRAIN),
                    Scenes.region(20, 20, 2, Split.TRAIN),
                    Scenes.region(45, 37, 3, Split.VALIDATION));

    private static TrainingResult train(TrainingSettings settings, List<LabelledRegion> regions) {
        return train(settings, regions, Progress.none());
    }

    private static TrainingResult train(
            TrainingSettings settings, List<LabelledRegion> regions, Progress progress) {
        PatchSource patches =
                Scenes.patches(regions, settings.portions().patchSize(), settings.seed());
        return new Trainer(NETWORK, settings).train(Scenes.data(regions), patches, progress);
    }

    @Test
    void squaresAreLearnt() {
        OptimiserSettings fast = OptimiserSettings.defaults().withLearningRate(1e-2);
        TrainingResult result =
                train(
                        SETTINGS.withPortions(p -> p.withEpochs(8).withPatchesPerEpoch(60))
                                .withOptimiser(fast.withAverageDecay(.9)),
                        REGIONS);
        assertThat(result.history().kept().validation().orElseThrow().meanForegroundDice())
                .isGreaterThan(0.9);
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith("Smaller than a patch of 32 x 32 pixels: row 2 (scene");
    }

    @Test
    void theLossIsChosenAndToldInTheModel() {
        Objective focal =
                Objective.defaults()
                        .withLoss(Loss.FOCAL)
                        .withWeights(new ClassWeights.Manual(List.of(1., 2.)));
        TrainingResult plain = train(SETTINGS, REGIONS);
        TrainingResult other = train(SETTINGS.withObjective(focal), REGIONS);
        assertThat(other.model().weights()).isNotEqualTo(plain.model().weights());
        assertThat(plain.model().metadata().history())
                .containsEntry("loss", "Cross entropy + soft Dice")
                .doesNotContainKey("class weights");
        assertThat(other.model().metadata().history())
                .containsEntry("loss", "Focal")
                .containsEntry("class weights", "[1.0, 2.0]");
    }

    @Test
    void oneSeedGivesOneModelBitForBit() {
        TrainingSettings two = SETTINGS.withThreads(2);
        TrainingResult a = train(two, REGIONS);
        TrainingResult b = train(two, REGIONS);
        assertThat(a.model()).isEqualTo(b.model());
        assertThat(train(two.withSeed(2), REGIONS).model().weights())
                .isNotEqualTo(a.model().weights());
    }

    @Test
    void theBestEpochOfTheSecondHalfIsKept() {
        TrainingHistory history =
                train(SETTINGS.withPortions(p -> p.withEpochs(6)), REGIONS).history();
        assertThat(history.epochs()).hasSize(6);
        assertThat(history.kept().epoch()).isGreaterThan(3);
        double kept = history.kept().validation().orElseThrow().meanForegroundDice();
        assertThat(history.epochs().subList(3, 6))
                .allMatch(e -> e.validation().orElseThrow().meanForegroundDice() <= kept);
        assertThat(history.pace().patches()).isEqualTo(72);
    }

    @Test
    void withoutHeldOutRegionsTheLastWeightsAreKeptAndTheHistorySaysSo() {
        TrainingResult result = train(SETTINGS, REGIONS.subList(0, 2));
        assertThat(result.history().isValidated()).isFalse();
        assertThat(result.history().kept().epoch()).isEqualTo(4);
        assertThat(result.model().metadata().history()).containsEntry("chosen by", "last epoch");
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("held out"));
    }

    @Test
    void theTimeLimitEndsWithAModel() {
        TrainingResult result = train(SETTINGS.withBudget(b -> b.withMinutes(1e-6)), REGIONS);
        assertThat(result.history().ending()).isEqualTo(Ending.TIME_LIMIT);
        assertThat(result.history().epochs()).hasSize(1);
        assertThat(result.history().pace().patches()).isEqualTo(4);
    }

    @Test
    void cancellingStopsBeforeTheNextStep() {
        AtomicInteger steps = new AtomicInteger();
        Progress impatient =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        if (message.startsWith("Epoch")) {
                            steps.incrementAndGet();
                        }
                    }

                    @Override
                    public void checkCancelled() {
                        if (steps.get() == 2) {
                            throw new Cancelled();
                        }
                    }
                };
        assertThatThrownBy(() -> train(SETTINGS, REGIONS, impatient)).isInstanceOf(Cancelled.class);
        assertThat(steps).hasValue(2);
    }

    @Test
    void progressTellsEpochLossDiceSpeedAndTime() {
        List<String> messages = new ArrayList<>();
        List<Double> fractions = new ArrayList<>();
        Progress recording =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        fractions.add(fraction);
                        messages.add(message);
                    }

                    @Override
                    public void checkCancelled() {}
                };
        train(SETTINGS, REGIONS, recording);
        assertThat(messages.get(messages.size() - 1))
                .matches(
                        "Epoch 4/4, loss \\d\\.\\d{3}, validation loss \\d\\.\\d{3}, validation Dice \\d\\.\\d{3},"
                                + " \\d+ patches/s, 0:00 min left");
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void unusableLabelsAreRefusedBeforeAnyPatchIsDrawn() {
        PatchSource untouched =
                (epoch, index) -> {
                    throw new AssertionError("drawn");
                };
        assertThatThrownBy(
                        () ->
                                new Trainer(NETWORK, SETTINGS)
                                        .train(
                                                Scenes.data(
                                                        List.of(Scenes.uniform(1, Split.TRAIN))),
                                                untouched,
                                                Progress.none()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFailingPatchEndsTheTraining() {
        PatchSource failing =
                (epoch, index) -> {
                    throw InvalidInput.of("patch", index, "drawable");
                };
        assertThatThrownBy(
                        () ->
                                new Trainer(NETWORK, SETTINGS)
                                        .train(Scenes.data(REGIONS), failing, Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("patch: 0");
    }

    @Test
    void aLossThatIsNoNumberEndsTheTraining() {
        PatchSource broken =
                (epoch, index) ->
                        new Patch(
                                new FloatImage(32, 32, 1, nan(32 * 32)),
                                new LabelMask(32, 32, new byte[32 * 32]));
        assertThatThrownBy(
                        () ->
                                new Trainer(NETWORK, SETTINGS)
                                        .train(Scenes.data(REGIONS), broken, Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("loss in step 1: NaN")
                .hasMessageContaining("learning rate");
    }

    private static float[] nan(int count) {
        float[] values = new float[count];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    @Test
    void aPatchSizeThatDoesNotFitTheNetworkIsRefused() {
        assertThatThrownBy(() -> new Trainer(NETWORK.withDepth(5), SETTINGS))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("patch size: 32, must be a multiple of 32 and at least 64");
    }
}
