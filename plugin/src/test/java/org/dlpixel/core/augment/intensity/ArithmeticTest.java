package org.dlpixel.core.augment.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Shortcuts give what the long way gives, bit by bit. */
class ArithmeticTest {

    @Property(tries = 50, seed = "42")
    void tablesOfPowersAreThoseOfStrictMath(
            @ForAll @DoubleRange(min = 0.1, max = 1.9) double exponent) {
        float[] table = Powers.table(exponent);
        for (int i = 0; i < table.length; i++) {
            assertThat(table[i]).isEqualTo((float) StrictMath.pow(i / 2048.0, exponent));
        }
    }

    @Property(tries = 200, seed = "42")
    void powersAreThoseOfStrictMath(
            @ForAll @DoubleRange(min = 0.1, max = 1.9) double exponent,
            @ForAll @DoubleRange(min = 1, max = 9) double base) {
        float v = (float) base;
        assertThat(Powers.of(v, exponent)).isEqualTo((float) StrictMath.pow(v, exponent));
    }

    @Property(tries = 200, seed = "42")
    void meansAreThoseOfTheSumInOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3000) int count,
            @ForAll @DoubleRange(min = -1, max = 0) double low) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[count + 5];
        for (int i = 0; i < pixels.length; i++) {
            double spread = random.nextDouble();
            pixels[i] = (float) (low + spread * spread * spread);
        }
        double sum = 0;
        for (int i = 3; i < 3 + count; i++) {
            sum += pixels[i];
        }
        assertThat(Lines.mean(pixels, 3, count)).isEqualTo((float) (sum / count));
    }
}
