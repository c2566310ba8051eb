package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class ClassPriorsTest {

    @Test
    void agreesWithNumpy() {
        PixelProbabilities p = GoldenPixels.probabilities();
        assertThat(ClassPriors.estimate(p, ClassPriors.uniform(3)))
                .containsExactly(new double[] {0.3414726, 0.2534466, 0.4050808}, within(1e-5));
        assertThat(ClassPriors.estimate(p, new double[] {0.5, 0.3, 0.2}))
                .containsExactly(new double[] {0.2867386, 0.2656406, 0.4476208}, within(1e-5));
    }

    @Property(tries = 10)
    void findsTheShareOfARareClass(@ForAll @DoubleRange(min = 0.01, max = 0.6) double rare) {
        Simulation balanced = new Simulation(2.5, ClassPriors.uniform(2));
        PixelProbabilities volume = balanced.volume(new double[] {1 - rare, rare}, 40_000, 7);
        assertThat(ClassPriors.estimate(volume, ClassPriors.uniform(2))[1])
                .isCloseTo(rare, within(0.004 + 0.03 * rare));
    }

    @Test
    void findsTheSharesOfSeveralClassesWhateverTheTrainingPriors() {
        double[] truth = {0.8, 0.15, 0.05};
        for (double[] training : new double[][] {{0.2, 0.3, 0.5}, {0.6, 0.2, 0.2}}) {
            PixelProbabilities volume = new Simulation(2.5, training).volume(truth, 40_000, 9);
            assertThat(ClassPriors.estimate(volume, training)).containsExactly(truth, within(0.01));
        }
    }

    @Test
    void aClassThatIsAbsentGetsTheLeastPrior() {
        Simulation balanced = new Simulation(4, ClassPriors.uniform(3));
        double[] found =
                ClassPriors.estimate(
                        balanced.volume(new double[] {0.7, 0, 0.3}, 20_000, 5),
                        ClassPriors.uniform(3));
        assertThat(found[1]).isBetween(ClassPriors.LEAST, 0.003);
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void onePixelIsEnoughForAnAnswerWithinBounds() {
        double[] found =
                ClassPriors.estimate(
                        new PixelProbabilities(2, new float[] {0, 1}), ClassPriors.uniform(2));
        assertThat(found)
                .containsExactly(
                        new double[] {ClassPriors.LEAST, 1 - ClassPriors.LEAST}, within(1e-12));
    }

    @Test
    void priorsThatAreNoneAreRefused() {
        assertRefused("number of class priors: 2, must be that of the classes, 3", 0.5, 0.5);
        assertRefused("class prior: NaN", 0.5, 0.5, Double.NaN);
        assertRefused("class prior: -0.5", 1, 0.5, -0.5);
        assertRefused("sum of the class priors: 0.75, must be 1", 0.25, 0.25, 0.25);
    }

    private static void assertRefused(String message, double... training) {
        assertThatThrownBy(() -> ClassPriors.estimate(GoldenPixels.probabilities(), training))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
