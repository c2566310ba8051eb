package org.dlpixel.core.network;

/**
 * How slices are padded to the size that a network needs: continued on the right and below by
 * reflection at the border, the border pixel repeated, {@code abc|cba|abc...} (numpy's {@code
 * symmetric}). Works for a single pixel too.
 */
public final class Mirror {

    private Mirror() {}

    /**
     * The pixel that stands for a position.
     *
     * @param position any position, also outside
     * @param extent number of pixels, at least 1
     * @return 0..extent - 1
     */
    public static int index(int position, int extent) {
        int p = Math.floorMod(position, 2 * extent);
        return p < extent ? p : 2 * extent - 1 - p;
    }

    /**
     * A part of planes that are continued on the right and below.
     *
     * @param source (C, height, width)
     * @param channels C
     * @param x first column of the part, at least 0
     * @param y first row of the part, at least 0
     * @param target (C, partHeight, partWidth), filled
     */
    public static void copy(
            float[] source,
            int channels,
            int width,
            int height,
            int x,
            int y,
            int partWidth,
            int partHeight,
            float[] target) {
        int inside = Math.max(0, Math.min(partWidth, width - x));
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < partHeight; row++) {
                int from = (c * height + index(y + row, height)) * width;
                int to = (c * partHeight + row) * partWidth;
                System.arraycopy(source, from + Math.min(x, width - 1), target, to, inside);
                for (int column = inside; column < partWidth; column++) {
                    target[to + column] = source[from + index(x + column, width)];
                }
            }
        }
    }
}
