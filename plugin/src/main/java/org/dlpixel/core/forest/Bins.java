package org.dlpixel.core.forest;

import java.util.Arrays;

/**
 * Feature values as numbers of at most {@value #MOST} bins, which makes every split search one pass
 * over a histogram (as in LightGBM, Ke et al. 2017).
 *
 * <p>Bins hold about equally many training pixels; with no more than {@value #MOST} different
 * values each has its own. Bin b holds the values in ({@code edges[b - 1]}, {@code edges[b]}].
 */
final class Bins {

    /** Most bins of a feature. */
    static final int MOST = 256;

    private final float[] edges;
    private final byte[] codes;

    private Bins(float[] edges, byte[] codes) {
        this.edges = edges;
        this.codes = codes;
    }

    /** Bins the finite values of one feature. */
    static Bins of(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] edges = edges(sorted);
        byte[] codes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            int found = Arrays.binarySearch(edges, values[i]);
            codes[i] = (byte) (found < 0 ? -found - 1 : found);
        }
        return new Bins(edges, codes);
    }

    /** Bin of a training pixel. */
    int code(int pixel) {
        return codes[pixel] & 0xff;
    }

    /** A value that parts two bins with nothing between them. */
    float between(int bin, int nextBin) {
        return middle(edges[bin], edges[nextBin - 1]);
    }

    private static float[] edges(float[] sorted) {
        float[] distinct = distinct(sorted);
        if (distinct.length <= MOST) {
            float[] edges = new float[distinct.length - 1];
            for (int i = 0; i < edges.length; i++) {
                edges[i] = border(distinct[i], distinct[i + 1]);
            }
            return edges;
        }
        float[] edges = new float[MOST - 1];
        for (int i = 0; i < edges.length; i++) {
            int cut = (int) ((i + 1L) * sorted.length / MOST);
            int below = Arrays.binarySearch(distinct, sorted[cut - 1]);
            edges[i] = border(distinct[below], distinct[Math.min(below + 1, distinct.length - 1)]);
        }
        return distinct(edges);
    }

    private static float[] distinct(float[] sorted) {
        float[] out = new float[sorted.length];
        int n = 0;
        for (float v : sorted) {
            if (n == 0 || v > out[n - 1]) {
                out[n++] = v;
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** The middle of two neighbouring values, or the lower if rounding would reach the upper. */
    private static float border(float lower, float upper) {
        float middle = middle(lower, upper);
        return middle < upper ? middle : lower;
    }

    private static float middle(float a, float b) {
        return a + (b - a) / 2;
    }
}
