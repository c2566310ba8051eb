package org.dlpixel.core.augment.geometry;

import static org.dlpixel.core.augment.geometry.Mirror.mirror;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/** Copies pixels through a map that only flips and turns by quarters. */
final class ExactCopy {

    private final FloatImage image;
    private final LabelMask labels;
    private final Affine map;

    ExactCopy(LabelledRegion region, Affine map) {
        this.image = region.image();
        this.labels = region.labels();
        this.map = map;
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

    void copy(FloatImage out, LabelMask classes) {
        int size = out.width();
        double first = first(size);
        int[] columns = new int[size];
        int[] rows = new int[size];
        int x0 = (int) Math.floor(map.x(first, first));
        int y0 = (int) Math.floor(map.y(first, first));
        boolean turned = map.xx() == 0;
        int alongX = (int) (turned ? map.xy() : map.xx());
        int alongY = (int) (turned ? map.yx() : map.yy());
        for (int i = 0; i < size; i++) {
            columns[i] = x0 + alongX * i;
            rows[i] = y0 + alongY * i;
        }
        // offsets in the region that belong to the patch's columns and rows
        int[] across = offsets(turned ? rows : columns, turned);
        int[] down = offsets(turned ? columns : rows, !turned);
        boolean[] insideAcross = inside(turned ? rows : columns, turned);
        boolean[] insideDown = inside(turned ? columns : rows, !turned);
        for (int v = 0; v < size; v++) {
            copyRow(v, across, down[v], out);
            copyLabels(v, across, down[v], insideAcross, insideDown[v], classes);
        }
    }

    private int[] offsets(int[] at, boolean rows) {
        int[] offsets = new int[at.length];
        int n = rows ? image.height() : image.width();
        for (int i = 0; i < at.length; i++) {
            offsets[i] = mirror(at[i], n) * (rows ? image.width() : 1);
        }
        return offsets;
    }

    private boolean[] inside(int[] at, boolean rows) {
        boolean[] inside = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            inside[i] = at[i] >= 0 && at[i] < (rows ? image.height() : image.width());
        }
        return inside;
    }

    private void copyRow(int v, int[] across, int down, FloatImage out) {
        int size = across.length;
        float[] in = image.pixels();
        float[] to = out.pixels();
        for (int c = 0; c < image.channels(); c++) {
            int from = c * image.width() * image.height() + down;
            int row = (c * size + v) * size;
            if (isRun(across, 1)) {
                System.arraycopy(in, from + across[0], to, row, size);
            } else if (isRun(across, -1)) {
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
    }

    /** Whether the offsets follow each other; they never turn back, so their ends tell. */
    private static boolean isRun(int[] across, int step) {
        return across[across.length - 1] - across[0] == step * (across.length - 1);
    }

    private void copyLabels(
            int v,
            int[] across,
            int down,
            boolean[] insideAcross,
            boolean insideDown,
            LabelMask classes) {
        int size = across.length;
        byte[] in = labels.classes();
        byte[] to = classes.classes();
        int row = v * size;
        if (!insideDown) {
            Arrays.fill(to, row, row + size, LabelMask.IGNORE);
            return;
        }
        if (isRun(across, 1) && insideAcross[0] && insideAcross[size - 1]) {
            System.arraycopy(in, down + across[0], to, row, size);
            return;
        }
        for (int u = 0; u < size; u++) {
            to[row + u] = insideAcross[u] ? in[down + across[u]] : LabelMask.IGNORE;
        }
    }
}
