package org.dlpixel.core.augment.geometry;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/** Interpolates a patch block by block. */
final class BlockReader {

    private final Window window;
    private final Warp warp;
    private final Affine map;
    private final Interpolation interpolation;
    private final int size;
    private final int block;
    private final float[] out;
    private final byte[] classes;

    // what a column of the patch adds to coordinates in the region
    private final double[] dx;
    private final double[] dy;

    // of one row of a block: what is read where
    private final Readings row;
    private final Shifts shifts;

    BlockReader(
            Window window,
            Warp warp,
            Interpolation interpolation,
            FloatImage out,
            LabelMask classes,
            int block) {
        this.window = window;
        this.warp = warp;
        this.map = warp.affine();
        this.interpolation = interpolation;
        this.size = out.width();
        this.block = block;
        this.out = out.pixels();
        this.classes = classes.classes();
        this.row = new Readings(window, block);
        this.shifts = new Shifts(warp, size, block);
        dx = IntStream.range(0, size).mapToDouble(u -> map.xx() * u).toArray();
        dy = IntStream.range(0, size).mapToDouble(u -> map.yx() * u).toArray();
    }

    /**
     * Reads a row of blocks.
     *
     * @param v first row of the patch
     * @param height rows
     * @param n readings per pixel along each axis
     */
    void read(int v, int height, int n) {
        shifts.compute(v, height);
        for (int u = 0; u < size; u += block) {
            read(u, v, Math.min(block, size - u), height, n);
        }
    }

    private void read(int u, int v, int width, int height, int n) {
        moveWindow(u, v, width, height);
        for (int y = v; y < v + height; y++) {
            locate(u, y, width, 0, 0);
            row.labels(classes, y * size + u, width);
            if (n == 1) {
                row.image(interpolation, out, y * size + u, size * size, width);
            } else {
                mean(u, y, width, n);
            }
        }
    }

    private void mean(int u, int y, int width, int n) {
        int plane = size * size;
        int channels = window.channels();
        float[] one = new float[width * channels];
        for (int c = 0; c < channels; c++) {
            Arrays.fill(out, c * plane + y * size + u, c * plane + y * size + u + width, 0);
        }
        float share = 1f / (n * n);
        for (int j = 0; j < n * n; j++) {
            double du = (j % n + 0.5) / n - 0.5;
            double dv = (Math.floorDiv(j, n) + 0.5) / n - 0.5;
            locate(u, y, width, du, dv);
            row.image(interpolation, one, 0, width, width);
            for (int c = 0; c < channels; c++) {
                int to = c * plane + y * size + u;
                for (int x = 0; x < width; x++) {
                    out[to + x] += share * one[c * width + x];
                }
            }
        }
    }

    private void locate(int u, int y, int width, double du, double dv) {
        double first = 0.5 - size / 2.0;
        double x0 = map.x(first + du, first + dv + y);
        double y0 = map.y(first + du, first + dv + y);
        row.locate(x0, y0, dx, dy, u, width);
        if (shifts.any()) {
            row.shift(shifts.x(y), shifts.y(y), u, width);
        }
        row.round(width);
    }

    private void moveWindow(int u, int v, int width, int height) {
        double limit = warp.limit();
        double left = u - size / 2.0 - limit;
        double right = u + width - size / 2.0 + limit;
        double top = v - size / 2.0 - limit;
        double bottom = v + height - size / 2.0 + limit;
        double x = map.tx() + least(map.xx(), left, right) + least(map.xy(), top, bottom);
        double y = map.ty() + least(map.yx(), left, right) + least(map.yy(), top, bottom);
        double w = Math.abs(map.xx()) * (right - left) + Math.abs(map.xy()) * (bottom - top);
        double h = Math.abs(map.yx()) * (right - left) + Math.abs(map.yy()) * (bottom - top);
        window.move(
                (int) Math.floor(x) - Window.BORDER + 1,
                (int) Math.floor(y) - Window.BORDER + 1,
                Math.min(window.stride, (int) Math.ceil(w) + 2 * Window.BORDER),
                Math.min(window.stride, (int) Math.ceil(h) + 2 * Window.BORDER));
    }

    private static double least(double factor, double low, double high) {
        return Math.min(factor * low, factor * high);
    }
}
