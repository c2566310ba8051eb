package org.dlpixel.core.augment.geometry;

import java.util.Arrays;

/**
 * What displacements add to the coordinates of some rows of a patch, in pixels of the region. Rows
 * are computed from end to end, which is fastest.
 */
final class Shifts {

    private final Warp warp;
    private final float[] dx;
    private final float[] dy;
    private final float[] one;
    private final float[] scratch;

    /** Along x, row by row; empty without a displacement. */
    private final float[][] x;

    private final float[][] y;

    /** The patch's row that comes first. */
    private int top;

    /**
     * @param size side of the patch
     * @param rows most rows at a time
     */
    Shifts(Warp warp, int size, int rows) {
        this.warp = warp;
        x = new float[rows][any() ? size : 0];
        y = new float[rows][any() ? size : 0];
        dx = new float[size];
        dy = new float[size];
        one = new float[size];
        scratch =
                new float
                        [warp.displacements().stream()
                                .mapToInt(d -> d.x().scratch())
                                .max()
                                .orElse(0)];
    }

    /** Whether there are any. */
    boolean any() {
        return !warp.displacements().isEmpty();
    }

    /** Of a row of the patch along x, if there are any. */
    float[] x(int v) {
        return x[v - top];
    }

    /** ... and along y. */
    float[] y(int v) {
        return y[v - top];
    }

    /** Computes the shifts of {@code count} rows from row v on. */
    void compute(int v, int count) {
        top = v;
        for (int row = v; any() && row < v + count; row++) {
            Arrays.fill(dx, 0);
            Arrays.fill(dy, 0);
            for (Displacement d : warp.displacements()) {
                d.x().row(row, 0, one, one.length, scratch);
                add(one, dx);
                d.y().row(row, 0, one, one.length, scratch);
                add(one, dy);
            }
            map(x(row), y(row));
        }
    }

    private void map(float[] alongX, float[] alongY) {
        float xx = (float) warp.affine().xx();
        float xy = (float) warp.affine().xy();
        float yx = (float) warp.affine().yx();
        float yy = (float) warp.affine().yy();
        for (int i = 0; i < dx.length; i++) {
            alongX[i] = xx * dx[i] + xy * dy[i];
        }
        for (int i = 0; i < dx.length; i++) {
            alongY[i] = yx * dx[i] + yy * dy[i];
        }
    }

    private static void add(float[] one, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += one[i];
        }
    }
}
