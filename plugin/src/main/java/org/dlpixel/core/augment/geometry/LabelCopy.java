package org.dlpixel.core.augment.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;

/** Copies labels to a patch whose columns and rows lie along those of the region. */
final class LabelCopy {

    /** Side of the blocks in which patches are turned. */
    private static final int SQUARE = TurnedBytes.EIGHT;

    private final byte[] in;
    private final TurnedBytes square = new TurnedBytes();
    private final int size;
    private final boolean turned;

    // offsets in the region that belong to the patch's columns and rows, and whether it has them
    private final int[] across;
    private final int[] down;

    /** How the places along a row follow each other: 1, -1, or 0 if otherwise or turned. */
    private final int run;

    private final boolean[] insideAcross;
    private final boolean[] insideDown;

    /**
     * @param labels of the region
     * @param x columns of the region, those that the columns of the patch show
     * @param y rows of the region that the rows of the patch show
     * @param turned whether x is for the rows of the patch, and y for its columns
     */
    LabelCopy(LabelMask labels, int[] x, int[] y, boolean turned) {
        this.in = labels.classes();
        this.size = x.length;
        this.turned = turned;
        int[] rows = Arrays.stream(y).map(row -> row * labels.width()).toArray();
        across = turned ? rows : x;
        down = turned ? x : rows;
        boolean[] insideX = inside(x, labels.width());
        boolean[] insideY = inside(y, labels.height());
        insideAcross = turned ? insideY : insideX;
        insideDown = turned ? insideX : insideY;
        run = turned ? 0 : step(across, 0, size);
    }

    private static boolean[] inside(int[] at, int extent) {
        boolean[] inside = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            inside[i] = at[i] >= 0 && at[i] < extent;
        }
        return inside;
    }

    /** Fills a patch. */
    void copy(LabelMask patch) {
        int width = turned ? SQUARE : size;
        int[] steps = IntStream.range(0, turned ? size : 0).map(this::step).toArray();
        for (int left = 0; left < size; left += width) {
            int right = Math.min(size, left + width);
            boolean whole = right - left == SQUARE && insideAcross[left] && insideAcross[right - 1];
            for (int top = 0; top < size; top += SQUARE) {
                if (turned && whole && steps[top] != 0) {
                    turn(left, top, steps[top], patch.classes());
                } else {
                    for (int v = top; v < Math.min(size, top + SQUARE); v++) {
                        copy(v, left, right, patch.classes());
                    }
                }
            }
        }
    }

    /** How the rows of a square follow each other in the region: 1, -1, or 0 if otherwise. */
    private int step(int top) {
        int bottom = top + SQUARE;
        boolean inside = bottom <= size && insideDown[top] && insideDown[bottom - 1];
        return inside ? step(down, top, bottom) : 0;
    }

    private static int step(int[] at, int from, int to) {
        int step = at[from + 1] - at[from];
        for (int i = from; i < to - 1; i++) {
            if (Math.abs(step) != 1 || at[i + 1] - at[i] != step) {
                return 0;
            }
        }
        return step;
    }

    private void turn(int left, int top, int step, byte[] to) {
        int first = Math.min(down[top], down[top + SQUARE - 1]);
        for (int i = 0; i < SQUARE; i++) {
            square.read(i, in, across[left + i] + first, step < 0);
        }
        square.turn();
        for (int i = 0; i < SQUARE; i++) {
            square.write(i, to, (top + i) * size + left);
        }
    }

    private void copy(int v, int left, int right, byte[] to) {
        int row = v * size;
        // places never turn back, so that the ends tell of all between
        boolean whole = insideAcross[left] && insideAcross[right - 1];
        if (!insideDown[v]) {
            Arrays.fill(to, row + left, row + right, LabelMask.IGNORE);
        } else if (!whole) {
            for (int u = left; u < right; u++) {
                to[row + u] = insideAcross[u] ? in[down[v] + across[u]] : LabelMask.IGNORE;
            }
        } else if (run == 1) {
            System.arraycopy(in, down[v] + across[left], to, row + left, right - left);
        } else if (run == -1) {
            TurnedBytes.reverse(in, down[v] + across[right - 1], to, row + left, right - left);
        } else {
            int from = down[v];
            for (int u = left; u < right; u++) {
                to[row + u] = in[from + across[u]];
            }
        }
    }
}
