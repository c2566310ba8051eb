package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.TrainingHistory.Ending;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static Weights weights(int seed) {
        return Weights.random(Small.NETWORK, seed);
    }

    private static Optional<ValidationScore> score(double dice) {
        return Optional.of(
                new ValidationScore(
                        1,
                        List.of(OptionalDouble.of(1), OptionalDouble.of(dice)),
                        List.of(Optional.empty(), Optional.empty())));
    }

    @Test
    void aYoungEpochIsKeptOnlyUntilTheNext() {
        Selection selection = Selection.startingWith(weights(0));
        assertThat(selection.offer(weights(1), score(.9), true)).isTrue();
        assertThat(selection.offer(weights(2), score(.5), false)).isTrue();
        assertThat(selection.offer(weights(3), score(.4), false)).isFalse();
        assertThat(selection.best()).isEqualTo(weights(2));
    }

    @Test
    void ofEqualsTheLaterIsKept() {
        Selection selection = Selection.startingWith(weights(0));
        selection.offer(weights(1), score(.5), false);
        assertThat(selection.offer(weights(2), score(.5), false)).isTrue();
        assertThat(selection.best()).isEqualTo(weights(2));
    }

    @Test
    void patienceEndsAfterSoManyEpochsInARowThatAreNotBetter() {
        Selection selection = Selection.startingWith(weights(0));
        double[] dice = {.5, .4, .6, .5, .5};
        boolean[] out = {false, false, false, false, true};
        for (int i = 0; i < dice.length; i++) {
            selection.offer(weights(i), score(dice[i]), false);
            assertThat(selection.isOutOf(2)).isEqualTo(out[i]);
            assertThat(selection.isOutOf(0)).isFalse();
        }
    }

    @Test
    void youngEpochsAndEpochsWithoutValidationCostNoPatience() {
        Selection selection = Selection.startingWith(weights(0));
        for (double dice : new double[] {.9, .8, .7}) {
            selection.offer(weights(1), score(dice), true);
        }
        assertThat(selection.isOutOf(1)).isFalse();
        for (int i = 0; i < 3; i++) {
            selection.offer(weights(i), Optional.empty(), false);
        }
        assertThat(selection.isOutOf(1)).isFalse();
        assertThat(selection.best()).isEqualTo(weights(2));
    }

    /** A high rate makes validation jump. */
    @Test
    void aTrainingEndsWhenItsPatienceDoesAndKeepsTheBest() {
        TrainingSettings settings =
                Small.SETTINGS
                        .withPortions(p -> p.withEpochs(20))
                        .withOptimiser(OptimiserSettings.plain(5e-2));
        List<EpochRecord> all = Small.train(settings).history().epochs();
        int first =
                IntStream.range(10, 20).filter(i -> !all.get(i).best()).findFirst().orElseThrow();
        TrainingResult patient = Small.train(settings.withBudget(budget -> budget.withPatience(1)));
        assertThat(patient.history().epochs()).hasSize(first + 1);
        assertThat(patient.history().ending()).isEqualTo(Ending.EARLY_STOP);
        assertThat(patient.history().kept().epoch()).isEqualTo(first);
        assertThat(patient.model().metadata().history())
                .containsEntry("ending", "no better validation")
                .containsEntry("kept epoch", Integer.toString(first));
    }
}
