package org.dlpixel.core.augment.geometry;

/** Endless repetition of a line of pixels, every second time backwards; edge pixels repeat. */
final class Mirror {

    private Mirror() {}

    /** The index that index {@code i} of an endlessly mirrored line of {@code n} shows. */
    static int mirror(int i, int n) {
        int k = Math.floorMod(i, 2 * n);
        return k < n ? k : 2 * n - 1 - k;
    }

    /** The indices that are shown, times a stride. */
    static int[] offsets(int[] indices, int n, int stride) {
        int[] offsets = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            offsets[i] = mirror(indices[i], n) * stride;
        }
        return offsets;
    }
}
