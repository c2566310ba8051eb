package org.dlpixel.core.augment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Finds a random pixel of a class in O(log height + width), without a list of all pixels.
 *
 * <p>Per class and row it keeps how many pixels of the class lie up to that row.
 */
final class LabelIndex {

    /** A pixel, x first. */
    record Pixel(int x, int y) {}

    private final int[][] upTo;
    private final int[] present;

    LabelIndex(LabelMask labels) {
        int[][] perRow = new int[LabelMask.MAX_CLASSES][];
        int i = 0;
        for (int y = 0; y < labels.height(); y++) {
            for (int x = 0; x < labels.width(); x++) {
                byte c = labels.classes()[i++];
                if (c != LabelMask.IGNORE) {
                    if (perRow[c] == null) {
                        perRow[c] = new int[labels.height()];
                    }
                    perRow[c][y]++;
                }
            }
        }
        for (int[] rows : perRow) {
            for (int y = 1; rows != null && y < rows.length; y++) {
                rows[y] += rows[y - 1];
            }
        }
        upTo = perRow;
        present = IntStream.range(0, upTo.length).filter(c -> upTo[c] != null).toArray();
    }

    boolean isEmpty() {
        return present.length == 0;
    }

    /** The classes that occur, ascending. */
    int[] classes() {
        return present.clone();
    }

    /** A pixel of a class that occurs, each as likely as the others. */
    Pixel ofClass(LabelMask labels, int c, SplittableRandom random) {
        if (IntStream.of(present).noneMatch(p -> p == c)) {
            throw InvalidInput.of(
                    "class index", c, "labelled in the region: " + Arrays.toString(present));
        }
        return of(labels, c, random.nextInt(total(c)));
    }

    /** A pixel of a class that is drawn first, each class as likely as the others. */
    Pixel ofAnyClass(LabelMask labels, SplittableRandom random) {
        int c = present[random.nextInt(present.length)];
        return of(labels, c, random.nextInt(total(c)));
    }

    /** Any labelled pixel, each as likely as the others. */
    Pixel any(LabelMask labels, SplittableRandom random) {
        int rest = random.nextInt(IntStream.of(present).map(this::total).sum());
        int k = 0;
        while (rest >= total(present[k])) {
            rest -= total(present[k++]);
        }
        return of(labels, present[k], rest);
    }

    private int total(int c) {
        return upTo[c][upTo[c].length - 1];
    }

    /** The pixel number {@code rank} of a class, in row-major order. */
    private Pixel of(LabelMask labels, int c, int rank) {
        int y = firstAbove(upTo[c], rank);
        int skip = y == 0 ? rank : rank - upTo[c][y - 1];
        int x = -1;
        do {
            x++;
            if (labels.at(x, y) == c) {
                skip--;
            }
        } while (skip >= 0);
        return new Pixel(x, y);
    }

    private static int firstAbove(int[] ascending, int value) {
        int low = 0;
        int high = ascending.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
