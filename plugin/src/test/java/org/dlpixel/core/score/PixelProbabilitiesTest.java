package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class PixelProbabilitiesTest {

    @Test
    void softmaxOfScoresIsTheirProbability() {
        PixelProbabilities p =
                PixelProbabilities.ofLogits(2, new float[] {0, 0, (float) Math.log(3), 0, 0, 200});
        assertThat(p.pixels()).isEqualTo(3);
        assertThat(p.values())
                .containsExactly(new float[] {.5f, .5f, .75f, .25f, 0, 1}, within(1e-6f));
    }

    @Test
    void aTemperatureOfTwoTakesTheSquareRootOfOdds() {
        PixelProbabilities p = new PixelProbabilities(2, new float[] {0.9f, 0.1f});
        assertThat(p.atTemperature(2).values())
                .containsExactly(new float[] {.75f, .25f}, within(1e-6f));
    }

    @Property(tries = 50)
    void noTemperatureChangesTheMostProbableClass(
            @ForAll @DoubleRange(min = 0.3, max = 20) double temperature) {
        PixelProbabilities p = GoldenPixels.probabilities();
        PixelProbabilities other = p.atTemperature(temperature);
        for (int i = 0; i < p.pixels(); i++) {
            assertThat(other.predicted(i)).isEqualTo(p.predicted(i));
        }
    }

    @Test
    void offsetsMoveTheDecision() {
        PixelProbabilities p = new PixelProbabilities(2, new float[] {0.3f, 0.7f});
        assertThat(p.predicted(0)).isEqualTo(1);
        assertThat(p.predicted(0, new double[] {0, 0})).isEqualTo(1);
        assertThat(p.predicted(0, new double[] {0, Math.log(0.5)})).isEqualTo(1);
        assertThat(p.predicted(0, new double[] {0, Math.log(0.4)})).isZero();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertRefused("probability in pixel 1: NaN, must be within 0..1", 0.5f, 0.5f, 1, Float.NaN);
        assertRefused("probability in pixel 0: -0.5", -0.5f, 1.5f);
        assertRefused("sum of the probabilities of pixel 0: 0.75, must be 1", 0.5f, 0.25f);
        assertRefused("number of probabilities: 3, must be a multiple", 0.5f, 0.5f, 1);
        assertRefused("number of probabilities: 0");
        assertThatThrownBy(() -> PixelProbabilities.ofLogits(2, new float[] {1, Float.NaN}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> GoldenPixels.probabilities().atTemperature(0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("temperature: 0.0, must be above 0");
    }

    private static void assertRefused(String message, float... values) {
        assertThatThrownBy(() -> new PixelProbabilities(2, values))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
