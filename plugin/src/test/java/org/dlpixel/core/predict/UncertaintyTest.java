package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.dlpixel.core.image.FloatImage;

class UncertaintyTest {

    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    private static float of(Uncertainty uncertainty, float... probabilities) {
        FloatImage image = new FloatImage(1, 1, probabilities.length, probabilities);
        return uncertainty.of(image).at(0, 0, 0);
    }

    @Example
    void knownProbabilitiesHaveTheKnownValues() {
        assertThat(of(Uncertainty.ENTROPY, 1, 0)).isZero();
        assertThat(of(Uncertainty.ENTROPY, .5f, .5f)).isCloseTo(1, CLOSE);
        assertThat(of(Uncertainty.ENTROPY, .25f, .75f)).isCloseTo(.8112781f, CLOSE);
        assertThat(of(Uncertainty.ENTROPY, .5f, .5f, 0)).isCloseTo(.6309298f, CLOSE);
        assertThat(of(Uncertainty.MARGIN, 0, 1)).isEqualTo(1);
        assertThat(of(Uncertainty.MARGIN, .4f, .4f, .2f)).isZero();
        assertThat(of(Uncertainty.MARGIN, .2f, .5f, .3f)).isCloseTo(.2f, CLOSE);
    }

    @Example
    void everyPixelHasItsOwnValue() {
        FloatImage slice = new FloatImage(2, 1, 2, new float[] {1, .5f, 0, .5f});
        assertThat(Uncertainty.ENTROPY.of(slice).pixels())
                .containsExactly(new float[] {0, 1}, CLOSE);
        assertThat(Uncertainty.MARGIN.of(slice).pixels()).containsExactly(1, 0);
    }

    @Property
    void theOrderOfClassesDoesNotMatterAndValuesLieWithinZeroAndOne(
            @ForAll @Size(min = 2, max = 6) List<@FloatRange(min = 0.01f, max = 1) Float> weights) {
        double sum = 0;
        for (float w : weights) {
            sum += w;
        }
        float[] p = new float[weights.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (weights.get(i) / sum);
        }
        float[] sorted = p.clone();
        Arrays.sort(sorted);
        for (Uncertainty uncertainty : Uncertainty.values()) {
            assertThat(of(uncertainty, p))
                    .isBetween(0f, 1f)
                    .isCloseTo(of(uncertainty, sorted), within(1e-5f));
        }
    }
}
