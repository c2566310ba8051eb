package org.dlpixel.core.augment.geometry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.dlpixel.core.image.LabelMask;

/** Copies labels to a patch whose columns and rows lie along those of the region. */
final class LabelCopy {

    /** Blocks in which patches are turned: few enough lines of the region for the cache. */
    static final int BLOCK_ROWS = 32;

    static final int BLOCK_COLUMNS = 8;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] in;
    private final int size;
    private final boolean turned;

    // offsets in the region that belong to the patch's columns and rows, and whether it has them
    private final int[] across;
    private final int[] down;
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
        int height = turned ? BLOCK_ROWS : 1;
        int width = turned ? BLOCK_COLUMNS : size;
        for (int top = 0; top < size; top += height) {
            for (int left = 0; left < size; left += width) {
                int right = Math.min(size, left + width);
                for (int v = top; v < Math.min(size, top + height); v++) {
                    copy(v, left, right, patch.classes());
                }
            }
        }
    }

    private void copy(int v, int left, int right, byte[] to) {
        int row = v * size;
        // places never turn back, so that the ends tell of all between
        boolean whole = insideAcross[left] && insideAcross[right - 1];
        int step = across[right - 1] - across[left];
        if (!insideDown[v]) {
            Arrays.fill(to, row + left, row + right, LabelMask.IGNORE);
        } else if (!whole) {
            for (int u = left; u < right; u++) {
                to[row + u] = insideAcross[u] ? in[down[v] + across[u]] : LabelMask.IGNORE;
            }
        } else if (!turned && step == right - 1 - left) {
            System.arraycopy(in, down[v] + across[left], to, row + left, right - left);
        } else if (!turned && step == left + 1 - right) {
            reverse(down[v] + across[right - 1], to, row + left, right - left);
        } else {
            int from = down[v];
            for (int u = left; u < right; u++) {
                to[row + u] = in[from + across[u]];
            }
        }
    }

    private void reverse(int from, byte[] to, int start, int count) {
        int i = 0;
        for (; i <= count - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONG.get(in, from + count - Long.BYTES - i);
            LONG.set(to, start + i, Long.reverseBytes(eight));
        }
        for (; i < count; i++) {
            to[start + i] = in[from + count - 1 - i];
        }
    }
}
