package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.LabelMask;
import org.junit.jupiter.api.Test;

class PixelChoiceTest {

    @Test
    void smallClassesAreTakenInFull() {
        assertThat(PixelChoice.quotas(new long[] {1000, 10, 1000}, 100))
                .containsExactly(45, 10, 45);
        assertThat(PixelChoice.quotas(new long[] {30, 0, 20}, 100)).containsExactly(30, 0, 20);
        assertThat(PixelChoice.quotas(new long[] {5_000_000_000L, 3}, 10)).containsExactly(7, 3);
    }

    @Property(tries = 50)
    void everyClassGetsExactlyItsQuota(
            @ForAll @IntRange(min = 1, max = 400) int most, @ForAll long seed) {
        LabelMask[] masks = {mask(30, seed), mask(20, seed + 1)};
        long[] counts = new long[3];
        for (LabelMask mask : masks) {
            for (int c = 0; c < 3; c++) {
                counts[c] += mask.histogram(3)[c];
            }
        }
        PixelChoice choice = new PixelChoice(counts, most, new SplittableRandom(seed));
        long[] chosen = new long[3];
        for (LabelMask mask : masks) {
            int[] pixels = choice.next(mask);
            assertThat(pixels).isSorted().doesNotHaveDuplicates();
            for (int pixel : pixels) {
                chosen[mask.classes()[pixel]]++;
            }
        }
        assertThat(chosen).isEqualTo(PixelChoice.quotas(counts, most));
    }

    @Test
    void pixelsOfAClassAreChosenEquallyOften() {
        byte[] labels = new byte[20];
        LabelMask mask = new LabelMask(20, 1, labels);
        int[] times = new int[20];
        for (int seed = 0; seed < 2000; seed++) {
            PixelChoice choice = new PixelChoice(new long[] {20, 0}, 5, new SplittableRandom(seed));
            // The share of the class without labels goes to the other.
            int[] pixels = choice.next(mask);
            assertThat(pixels).hasSize(5);
            Arrays.stream(pixels).forEach(pixel -> times[pixel]++);
        }
        assertThat(Arrays.stream(times).boxed()).allSatisfy(n -> assertThat(n).isBetween(420, 580));
    }

    private static LabelMask mask(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] labels = new byte[size * size];
        for (int i = 0; i < labels.length; i++) {
            int draw = random.nextInt(20);
            labels[i] = draw == 0 ? 2 : draw < 4 ? 1 : draw < 9 ? 0 : LabelMask.IGNORE;
        }
        return new LabelMask(size, size, labels);
    }
}
