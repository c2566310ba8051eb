package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.RateCourse;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void theRateRisesLinearlyThenFallsAlongACosine() {
        OptimiserSettings optimiser = new OptimiserSettings(1, 0, .1, RateCourse.COSINE, 1, 0);
        assertThat(optimiser.rate(0, 100)).isCloseTo(.1, within(1e-3));
        assertThat(optimiser.rate(4, 100)).isCloseTo(.5, within(1e-2));
        assertThat(optimiser.rate(50, 100)).isCloseTo(.5, within(1e-12));
        assertThat(optimiser.rate(99, 100)).isLessThan(1e-3).isPositive();
    }

    @Test
    void aConstantRateStays() {
        OptimiserSettings optimiser = OptimiserSettings.plain(1e-4);
        assertThat(optimiser.rate(0, 100)).isEqualTo(1e-4);
        assertThat(optimiser.rate(99, 100)).isEqualTo(1e-4);
    }

    @Test
    void theAverageFollowsFasterAtTheStart() {
        OptimiserSettings optimiser = OptimiserSettings.defaults().withAverageDecay(.99);
        assertThat(optimiser.averageWeight(0)).isCloseTo(.9, within(1e-12));
        assertThat(optimiser.averageWeight(100_000)).isCloseTo(.01, within(1e-12));
        assertThat(optimiser.withAverageDecay(0).averageWeight(5)).isEqualTo(1);
    }

    @Test
    void epochsAreCutToTheTimeLimitOnceTheSpeedIsKnown() {
        // 10 steps per epoch, 1 s per step, 10 minutes: 90 % of them are 54 epochs, less 10 s.
        Schedule schedule = afterSteps(limitedTo(10), 21);
        assertThat(schedule.epochs()).isEqualTo(53);
        assertThat(schedule.isLimited()).isTrue();
    }

    @Test
    void anEpochThatHasBegunIsPartOfTheSchedule() {
        // The speed is known before the first step of the third epoch of 10 steps.
        Schedule schedule = afterSteps(limitedTo(0.01), 21);
        assertThat(schedule.epochs()).isEqualTo(3);
    }

    @Test
    void aTrainingThatFitsIsNotCut() {
        Schedule schedule = afterSteps(limitedTo(20), 21);
        assertThat(schedule.epochs()).isEqualTo(100);
        assertThat(schedule.isLimited()).isFalse();
    }

    @Test
    void withoutLimitNothingIsCut() {
        assertThat(afterSteps(settings(), 21).epochs()).isEqualTo(100);
    }

    private static TrainingSettings settings() {
        return TrainingSettings.defaults().withPortions(p -> new Portions(96, 1, 100, 10));
    }

    private static TrainingSettings limitedTo(double minutes) {
        return settings().withBudget(budget -> budget.withMinutes(minutes));
    }

    private static Schedule afterSteps(TrainingSettings settings, int steps) {
        Schedule schedule = new Schedule(settings, 0);
        for (int step = 0; step < steps; step++) {
            schedule.beforeStep(step, step * SECOND);
        }
        return schedule;
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> limitedTo(0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("time limit: 0.0 minutes");
        assertThatThrownBy(() -> Portions.defaults().withBatchSize(0))
                .hasMessageContaining("batch size: 0");
        assertThatThrownBy(() -> OptimiserSettings.defaults().withLearningRate(Double.NaN))
                .hasMessageContaining("learning rate: NaN");
    }
}
