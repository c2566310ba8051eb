package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Property(tries = 50)
    void binsKeepTheOrderAndBordersPartThem(
            @ForAll @IntRange(min = 1, max = 2000) int count,
            @ForAll @IntRange(min = 1, max = 3000) int distinct,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(distinct) / 7f;
        }
        Bins bins = Bins.of(values);
        for (int i = 1; i < count; i++) {
            int low = values[i - 1] < values[i] ? i - 1 : i;
            int high = low == i ? i - 1 : i;
            assertThat(bins.code(low)).isLessThanOrEqualTo(bins.code(high));
            if (bins.code(low) < bins.code(high)) {
                float border = bins.between(bins.code(low), bins.code(high));
                assertThat(border).isGreaterThanOrEqualTo(values[low]).isLessThan(values[high]);
            }
        }
    }

    @Test
    void fewValuesHaveABinEach() {
        float[] values = {3, 1, 1, 2, 3, Float.MAX_VALUE};
        Bins bins = Bins.of(values);
        assertThat(new int[] {bins.code(0), bins.code(1), bins.code(3), bins.code(5)})
                .containsExactly(2, 0, 1, 3);
        assertThat(bins.between(0, 1)).isEqualTo(1.5f);
        assertThat(bins.between(0, 2)).isEqualTo(2);
    }

    @Test
    void valuesWithoutANumberBetweenThemAreParted() {
        float next = Math.nextUp(1f);
        Bins bins = Bins.of(new float[] {1, next});
        assertThat(bins.code(0)).isZero();
        assertThat(bins.code(1)).isEqualTo(1);
        assertThat(bins.between(0, 1)).isEqualTo(1f);
    }

    @Test
    void manyValuesFillAllBinsEqually() {
        float[] values = new float[25_600];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.pow(i, 3);
        }
        Bins bins = Bins.of(values);
        int[] counts = new int[Bins.MOST];
        for (int i = 0; i < values.length; i++) {
            counts[bins.code(i)]++;
        }
        assertThat(counts).containsOnly(100);
    }
}
