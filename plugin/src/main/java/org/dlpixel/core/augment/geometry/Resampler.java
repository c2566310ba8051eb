package org.dlpixel.core.augment.geometry;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Reads a square patch from a region through a warp, once.
 *
 * <p>The image is normalised, then interpolated; labels are taken from the nearest pixel. Outside
 * the region the image is mirrored (edge pixels repeat) and the labels are ignored. Maps that only
 * flip and turn by quarters copy pixels exactly.
 */
public final class Resampler {

    private final FloatImage image;
    private final LabelMask labels;
    private final Warp warp;
    private final Affine map;
    private final Interpolation interpolation;
    private final int size;
    private final IntensityRange range;

    private Resampler(LabelledRegion region, Warp warp, Interpolation interpolation, int size) {
        this.image = region.image();
        this.labels = region.labels();
        this.range = region.range();
        this.warp = warp;
        this.map = warp.affine();
        this.interpolation = interpolation;
        this.size = size;
    }

    /**
     * Reads a patch.
     *
     * @param warp from coordinates relative to the patch's centre to those of the region
     * @param interpolation of the image
     * @param out the image, a square; it is overwritten
     * @param classes the labels, of the same size, overwritten
     */
    public static void resample(
            LabelledRegion region,
            Warp warp,
            Interpolation interpolation,
            FloatImage out,
            LabelMask classes) {
        Resampler r = new Resampler(region, warp, interpolation, out.width());
        if (r.copies()) {
            r.copy(out.pixels(), classes.classes());
            r.range.normalise(out.pixels(), 0, out.pixels().length);
        } else {
            r.interpolate(out.pixels(), classes.classes());
        }
    }

    private boolean copies() {
        return warp.displacements().isEmpty() && map.isPermutation() && hitsPixelCentres();
    }

    private boolean hitsPixelCentres() {
        double x = map.x(first(), first()) - 0.5;
        double y = map.y(first(), first()) - 0.5;
        return x == Math.rint(x) && y == Math.rint(y);
    }

    /** Coordinate of the centre of the patch's first column or row. */
    private double first() {
        return 0.5 - size / 2.0;
    }

    private void copy(float[] out, byte[] classes) {
        int x0 = (int) Math.floor(map.x(first(), first()));
        int y0 = (int) Math.floor(map.y(first(), first()));
        int xx = (int) map.xx();
        int xy = (int) map.xy();
        int yx = (int) map.yx();
        int yy = (int) map.yy();
        int w = image.width();
        int h = image.height();
        int channels = image.channels();
        float[] in = image.pixels();
        byte[] known = labels.classes();
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                int x = x0 + xx * u + xy * v;
                int y = y0 + yx * u + yy * v;
                int i = v * size + u;
                boolean inside = x >= 0 && y >= 0 && x < w && y < h;
                int from = inside ? y * w + x : mirror(y, h) * w + mirror(x, w);
                classes[i] = inside ? known[from] : LabelMask.IGNORE;
                for (int c = 0; c < channels; c++) {
                    out[c * size * size + i] = in[c * w * h + from];
                }
            }
        }
    }

    private void interpolate(float[] out, byte[] classes) {
        float[] dx = new float[size];
        float[] dy = new float[size];
        for (int v = 0; v < size; v++) {
            double rowX = map.x(first(), first() + v);
            double rowY = map.y(first(), first() + v);
            displace(v, dx, dy);
            for (int u = 0; u < size; u++) {
                double x = rowX + map.xx() * u + map.xx() * dx[u] + map.xy() * dy[u];
                double y = rowY + map.yx() * u + map.yx() * dx[u] + map.yy() * dy[u];
                int i = v * size + u;
                classes[i] = nearest(x, y);
                if (interpolation == Interpolation.LINEAR) {
                    linear(x - 0.5, y - 0.5, out, i);
                } else {
                    cubic(x - 0.5, y - 0.5, out, i);
                }
            }
        }
    }

    private void displace(int v, float[] dx, float[] dy) {
        Arrays.fill(dx, 0);
        Arrays.fill(dy, 0);
        for (Displacement d : warp.displacements()) {
            float[] row = new float[size];
            float[] scratch = new float[d.x().scratch()];
            d.x().row(v, 0, row, size, scratch);
            add(row, dx);
            d.y().row(v, 0, row, size, scratch);
            add(row, dy);
        }
    }

    private static void add(float[] row, float[] sum) {
        for (int i = 0; i < row.length; i++) {
            sum[i] += row[i];
        }
    }

    private void linear(double x, double y, float[] out, int i) {
        float low = (float) range.low();
        float scale = (float) (1 / (range.high() - range.low() + 1e-20));
        int w = image.width();
        int h = image.height();
        float[] in = image.pixels();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        boolean inside = left >= 0 && top >= 0 && left + 1 < w && top + 1 < h;
        int x0 = inside ? left : mirror(left, w);
        int x1 = inside ? left + 1 : mirror(left + 1, w);
        int y0 = (inside ? top : mirror(top, h)) * w;
        int y1 = (inside ? top + 1 : mirror(top + 1, h)) * w;
        for (int c = 0; c < image.channels(); c++) {
            int plane = c * w * h;
            float a = unit(in[plane + y0 + x0], low, scale);
            float b = unit(in[plane + y0 + x1], low, scale);
            float d = unit(in[plane + y1 + x0], low, scale);
            float e = unit(in[plane + y1 + x1], low, scale);
            float upper = a + fx * (b - a);
            out[c * size * size + i] = upper + fy * (d + fx * (e - d) - upper);
        }
    }

    private void cubic(double x, double y, float[] out, int i) {
        float low = (float) range.low();
        float scale = (float) (1 / (range.high() - range.low() + 1e-20));
        int w = image.width();
        int h = image.height();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float[] wx = keys((float) (x - left));
        float[] wy = keys((float) (y - top));
        for (int c = 0; c < image.channels(); c++) {
            float sum = 0;
            for (int j = 0; j < 4; j++) {
                int row = c * w * h + mirror(top - 1 + j, h) * w;
                for (int k = 0; k < 4; k++) {
                    float v = image.pixels()[row + mirror(left - 1 + k, w)];
                    sum += wy[j] * wx[k] * unit(v, low, scale);
                }
            }
            out[c * size * size + i] = sum;
        }
    }

    /** Weights of four neighbours, a = -0.5. */
    private static float[] keys(float t) {
        float[] w = new float[4];
        w[0] = t * (-0.5f + t * (1 - 0.5f * t));
        w[1] = 1 + t * t * (-2.5f + 1.5f * t);
        w[2] = t * (0.5f + t * (2 - 1.5f * t));
        w[3] = t * t * (-0.5f + 0.5f * t);
        return w;
    }

    private byte nearest(double x, double y) {
        int nx = (int) Math.floor(x);
        int ny = (int) Math.floor(y);
        boolean inside = nx >= 0 && ny >= 0 && nx < labels.width() && ny < labels.height();
        return inside ? labels.classes()[ny * labels.width() + nx] : LabelMask.IGNORE;
    }

    private static float unit(float value, float low, float scale) {
        return Math.min(1, Math.max(0, (value - low) * scale));
    }

    /** The index that index {@code i} of an endlessly mirrored line of {@code n} shows. */
    static int mirror(int i, int n) {
        int k = Math.floorMod(i, 2 * n);
        return k < n ? k : 2 * n - 1 - k;
    }
}
