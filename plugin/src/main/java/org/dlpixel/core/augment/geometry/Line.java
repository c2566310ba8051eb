package org.dlpixel.core.augment.geometry;

import java.util.function.IntToDoubleFunction;

/** Where the columns of a patch, or its rows, are read along an axis of the region. */
final class Line {

    private final int least;
    private final int most;

    /** The last pixel of the region whose centre is not behind. */
    final int[] before;

    /** How far behind its centre, in pixels. */
    final float[] fraction;

    /** The pixel of the region that it falls into. */
    final int[] nearest;

    /**
     * @param size side of the patch
     * @param place of each, pixel centres at halves; growing or shrinking
     */
    Line(int size, IntToDoubleFunction place) {
        before = new int[size];
        fraction = new float[size];
        nearest = new int[size];
        for (int i = 0; i < size; i++) {
            double at = place.applyAsDouble(i);
            double floor = Math.floor(at - 0.5);
            before[i] = (int) floor;
            fraction[i] = (float) (at - 0.5 - floor);
            nearest[i] = at >= floor + 1 ? before[i] + 1 : before[i];
        }
        least = Math.min(before[0], before[size - 1]);
        most = Math.max(before[0], before[size - 1]);
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /**
     * Interpolates between pixels.
     *
     * @param in the pixels from {@link #least} on
     * @param out one value for each place
     */
    void interpolate(float[] in, float[] out) {
        int first = least;
        for (int i = 0; i < out.length; i++) {
            int k = before[i] - first;
            out[i] = in[k] + fraction[i] * (in[k + 1] - in[k]);
        }
    }
}
