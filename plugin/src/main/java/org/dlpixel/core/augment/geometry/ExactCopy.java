package org.dlpixel.core.augment.geometry;

import java.util.stream.IntStream;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/** Copies pixels through a map that only flips and turns by quarters. */
final class ExactCopy {

    /** Blocks in which patches are turned: few enough lines of the region for the cache. */
    private static final int BLOCK_ROWS = 32;

    private static final int BLOCK_COLUMNS = 8;

    private final FloatImage image;
    private final LabelCopy labels;
    private final int size;
    private final boolean turned;

    /** Offsets in the region that belong to the patch's columns and rows. */
    private final int[] across;

    private final int[] down;

    /**
     * @param image of the region
     * @param labels of the region, of the same size
     * @param map for which this {@link #isPossible}
     * @param size side of the patch
     */
    ExactCopy(FloatImage image, LabelMask labels, Affine map, int size) {
        this.image = image;
        this.size = size;
        turned = map.xx() == 0;
        double first = first(size);
        int[] x = line(map.x(first, first), turned ? map.xy() : map.xx());
        int[] y = line(map.y(first, first), turned ? map.yx() : map.yy());
        this.labels = new LabelCopy(labels, x, y, turned);
        int[] columns = Mirror.offsets(x, image.width(), 1);
        int[] rows = Mirror.offsets(y, image.height(), image.width());
        across = turned ? rows : columns;
        down = turned ? columns : rows;
    }

    /** Whether pixels of a patch of that size fall on pixels. */
    static boolean isPossible(Affine map, int size) {
        double first = first(size);
        double x = map.x(first, first) - 0.5;
        double y = map.y(first, first) - 0.5;
        return map.isPermutation() && x == Math.rint(x) && y == Math.rint(y);
    }

    /** Coordinate of the centre of a patch's first column or row. */
    private static double first(int size) {
        return 0.5 - size / 2.0;
    }

    private int[] line(double first, double step) {
        int from = (int) Math.floor(first);
        int by = (int) step;
        return IntStream.range(0, size).map(i -> from + by * i).toArray();
    }

    void copy(FloatImage out, LabelMask classes) {
        labels.copy(classes);
        int plane = image.width() * image.height();
        for (int c = 0; c < image.channels(); c++) {
            if (turned) {
                turn(c * plane, out.pixels(), c * size * size);
            } else {
                for (int v = 0; v < size; v++) {
                    copyRow(c * plane + down[v], out.pixels(), (c * size + v) * size);
                }
            }
        }
    }

    private void copyRow(int from, float[] to, int row) {
        float[] in = image.pixels();
        if (isRun(1)) {
            System.arraycopy(in, from + across[0], to, row, size);
        } else if (isRun(-1)) {
            int last = from + across[0];
            for (int u = 0; u < size; u++) {
                to[row + u] = in[last - u];
            }
        } else {
            for (int u = 0; u < size; u++) {
                to[row + u] = in[from + across[u]];
            }
        }
    }

    /** Whether the offsets follow each other; they never turn back, so their ends tell. */
    private boolean isRun(int step) {
        return across[size - 1] - across[0] == step * (size - 1);
    }

    private void turn(int from, float[] to, int start) {
        float[] in = image.pixels();
        for (int top = 0; top < size; top += BLOCK_ROWS) {
            int bottom = Math.min(size, top + BLOCK_ROWS);
            for (int left = 0; left < size; left += BLOCK_COLUMNS) {
                int right = Math.min(size, left + BLOCK_COLUMNS);
                for (int v = top; v < bottom; v++) {
                    int row = start + v * size;
                    int offset = from + down[v];
                    for (int u = left; u < right; u++) {
                        to[row + u] = in[offset + across[u]];
                    }
                }
            }
        }
    }
}
