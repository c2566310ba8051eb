package org.dlpixel.core.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Chooses labelled pixels for training: all of them if they are few, else at random, small classes
 * first.
 */
final class PixelChoice {

    private final long[] left;
    private final long[] needed;
    private final SplittableRandom random;

    /**
     * @param counts labelled pixels of each class
     * @param most pixels to choose in all
     */
    PixelChoice(long[] counts, int most, SplittableRandom random) {
        this.left = counts.clone();
        this.needed = quotas(counts, most);
        this.random = random;
    }

    /** Labelled pixels of each class in some regions. */
    static long[] counts(List<LabelledRegion> regions, int classes) {
        long[] counts = new long[classes];
        for (LabelledRegion region : regions) {
            long[] some = region.labels().histogram(classes);
            for (int c = 0; c < classes; c++) {
                counts[c] += some[c];
            }
        }
        return counts;
    }

    /**
     * How many pixels of each class are taken: the share of classes that have fewer goes to the
     * others in equal parts.
     */
    static long[] quotas(long[] counts, int most) {
        long[] quotas = new long[counts.length];
        int[] ascending =
                IntStream.range(0, counts.length)
                        .boxed()
                        .sorted((a, b) -> Long.compare(counts[a], counts[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long rest = most;
        for (int i = 0; i < ascending.length; i++) {
            int c = ascending[i];
            quotas[c] = Math.min(counts[c], rest / (ascending.length - i));
            rest -= quotas[c];
        }
        return quotas;
    }

    /**
     * The chosen pixels of the next mask, ascending. Selection sampling (Knuth, The Art of Computer
     * Programming 2, 3.4.2 S): over all masks every class gets exactly its quota, every pixel of it
     * with the same chance.
     */
    int[] next(LabelMask mask) {
        byte[] classes = mask.classes();
        int[] chosen = new int[Math.toIntExact(mask.labelled())];
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            int c = classes[i];
            if (c != LabelMask.IGNORE && take(c)) {
                chosen[count++] = i;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private boolean take(int c) {
        boolean taken = needed[c] == left[c] || random.nextLong(left[c]) < needed[c];
        left[c]--;
        needed[c] -= taken ? 1 : 0;
        return taken;
    }
}
