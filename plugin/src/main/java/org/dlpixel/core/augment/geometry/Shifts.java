package org.dlpixel.core.augment.geometry;

import java.util.Arrays;

/** What displacements add to the coordinates of a row of a block, in pixels of the region. */
final class Shifts {

    private final Warp warp;
    private final float[] dx;
    private final float[] dy;
    private final float[] one;
    private final float[] scratch;

    /** Along x and along y, per pixel of the row; zeros without a displacement. */
    final float[] x;

    final float[] y;

    Shifts(Warp warp, int block) {
        this.warp = warp;
        x = new float[block];
        y = new float[block];
        dx = new float[block];
        dy = new float[block];
        one = new float[block];
        scratch =
                new float
                        [warp.displacements().stream()
                                .mapToInt(d -> d.x().scratch())
                                .max()
                                .orElse(0)];
    }

    boolean any() {
        return !warp.displacements().isEmpty();
    }

    /** Computes the shifts of {@code count} pixels from (u, v) on. */
    void compute(int u, int v, int count) {
        if (!any()) {
            return;
        }
        Arrays.fill(dx, 0);
        Arrays.fill(dy, 0);
        for (Displacement d : warp.displacements()) {
            d.x().row(v, u, one, count, scratch);
            add(dx, count);
            d.y().row(v, u, one, count, scratch);
            add(dy, count);
        }
        float xx = (float) warp.affine().xx();
        float xy = (float) warp.affine().xy();
        float yx = (float) warp.affine().yx();
        float yy = (float) warp.affine().yy();
        for (int i = 0; i < count; i++) {
            x[i] = xx * dx[i] + xy * dy[i];
            y[i] = yx * dx[i] + yy * dy[i];
        }
    }

    private void add(float[] sum, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] += one[i];
        }
    }
}
