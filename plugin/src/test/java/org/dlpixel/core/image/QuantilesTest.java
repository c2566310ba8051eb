package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Property(tries = 200, seed = "11")
    void quantilesEqualThoseOfSortedValues(
            @ForAll @Size(min = 1, max = 40)
                    List<@FloatRange(min = -1e6f, max = 1e6f) Float> values,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        float[] pixels = new float[values.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = values.get(i);
        }
        double expected = naive(pixels, q);
        assertThat(Quantiles.of(counter -> counter.count(pixels, pixels.length), q)[0])
                .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    @Test
    void quantilesFollowNumpyAcrossSeveralCalls() {
        float[] a = {4, 1};
        float[] b = {3, 2, 100};
        double[] q =
                Quantiles.of(
                        counter -> {
                            counter.count(a, 2);
                            counter.count(b, 2);
                        },
                        0.01,
                        0.5,
                        0.998);
        assertThat(q[0]).isCloseTo(1.03, within(1e-12));
        assertThat(q[1]).isEqualTo(2.5);
        assertThat(q[2]).isCloseTo(3.994, within(1e-12));
    }

    @Property(tries = 100, seed = "12")
    void wholeNumbersNeedOnePassAndOthersMayFollowThem(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 65535) Integer> values,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll boolean allWhole) {
        float[] pixels = new float[values.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = values.get(i);
        }
        if (!allWhole) {
            pixels[pixels.length / 2] = -0.25f;
        }
        int[] passes = {0};
        double found =
                Quantiles.of(
                        counter -> {
                            passes[0]++;
                            counter.count(pixels, 1);
                            counter.count(
                                    Arrays.copyOfRange(pixels, 1, pixels.length),
                                    pixels.length - 1);
                        },
                        q)[0];
        assertThat(found).isCloseTo(naive(pixels, q), within(1e-6));
        assertThat(passes[0]).isEqualTo(allWhole ? 1 : 2);
    }

    @Test
    void nothingToCountIsRefused() {
        assertThatThrownBy(() -> Quantiles.of(counter -> {}, 0.5))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of pixels");
    }

    @Test
    void notANumberIsRefused() {
        float[] pixels = {1, Float.NaN};
        assertThatThrownBy(() -> Quantiles.of(counter -> counter.count(pixels, 2), 0.5))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void quantilesOutsideOfZeroToOneAreRefused() {
        assertThatThrownBy(() -> Quantiles.of(counter -> {}, 1.01))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1.01");
    }

    private static double naive(float[] values, double q) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double h = q * (sorted.length - 1);
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + ((double) sorted[above] - sorted[below]) * (h - below);
    }
}
