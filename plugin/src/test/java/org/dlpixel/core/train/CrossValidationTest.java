package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.core.train.validation.GroupFolds;
import org.dlpixel.core.train.validation.Grouping;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4);
    private static final TrainingSettings SETTINGS =
            TrainingSettings.defaults()
                    .withPortions(portions -> new Portions(32, 4, 2, 64))
                    .withOptimiser(
                            OptimiserSettings.defaults()
                                    .withLearningRate(1e-2)
                                    .withAverageDecay(.8))
                    .withThreads(1);

    private static CrossValidation.Result run(List<LabelledRegion> regions) {
        CrossValidation.Lesson lesson =
                (data, seed, fold, progress) ->
                        new Trainer(NETWORK, SETTINGS.withSeed(seed))
                                .watching()
                                .train(data, Scenes.patches(data.regions(), 32, seed), progress);
        return new CrossValidation(NETWORK, lesson, SETTINGS.seed(), 1)
                .run(
                        Scenes.data(regions),
                        new GroupFolds(2, Grouping.SLICE, 1).folds(regions),
                        Grouping.SLICE,
                        Progress.none());
    }

    private static final List<LabelledRegion> REGIONS =
            IntStream.range(0, 4)
                    .mapToObj(z -> Scenes.region(40 + z, 36, z, Split.TRAIN))
                    .map(Scenes::inSliceOfItsSize)
                    .toList();

    @Test
    void everyLabelledPixelIsPredictedByANetworkThatDidNotSeeIt() {
        CrossValidation.Result result = run(REGIONS);
        OutOfFold pixels = result.predictions();
        long labelled = REGIONS.stream().mapToLong(r -> r.labels().labelled()).sum();
        assertThat(pixels.labels()).hasSize((int) labelled);
        assertThat(pixels.groups()).containsOnly(0, 1, 2, 3);
        assertThat(pixels.pooled().total()).isEqualTo(labelled);
        for (int i = 0; i < pixels.labels().length; i++) {
            assertThat(pixels.probabilities()[2 * i] + pixels.probabilities()[2 * i + 1])
                    .isBetween(.999f, 1.001f);
        }
        assertThat(pixels.pooled().dice(1)).isGreaterThan(.6);
        assertThat(pixels.confidence().get(1).orElseThrow())
                .satisfies(i -> assertThat(i.low()).isLessThanOrEqualTo(pixels.pooled().dice(1)))
                .satisfies(
                        i -> assertThat(i.high()).isGreaterThanOrEqualTo(pixels.pooled().dice(1)));
    }

    @Test
    void foldsAreTrainedWithSeedsOfTheirOwnAndKeepTheirLastWeights() {
        CrossValidation.Result result = run(REGIONS);
        Set<Long> seeds = new HashSet<>();
        result.models().forEach(model -> seeds.add(model.metadata().seed()));
        assertThat(seeds).hasSize(2);
        assertThat(result.trainings())
                .allMatch(t -> t.history().isValidated())
                .allMatch(t -> t.history().kept().epoch() == 2);
        assertThat(run(REGIONS).models()).isEqualTo(result.models());
    }

    @Test
    void pixelsMustBeTheSame() {
        assertThatThrownBy(() -> new OutOfFold(2, new float[4], new byte[1], new int[1]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("4, 1, 1");
    }

    @Test
    void scoresAreThoseOfTheMostProbableClass() {
        OutOfFold pixels =
                new OutOfFold(
                        2,
                        new float[] {.9f, .1f, .2f, .8f, .6f, .4f},
                        new byte[] {0, 1, 1},
                        new int[] {3, 3, 5});
        assertThat(pixels.predicted()).containsExactly(0, 1, 0);
        assertThat(pixels.byGroup()).hasSize(2);
        assertThat(pixels.byGroup().get(0).dice(1)).isEqualTo(1);
        assertThat(pixels.byGroup().get(1).dice(1)).isZero();
        assertThat(pixels.pooled().dice(1)).isEqualTo(2.0 / 3);
    }
}
