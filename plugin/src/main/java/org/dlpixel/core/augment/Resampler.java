package org.dlpixel.core.augment;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Reads a square patch from a region through an affine map, once.
 *
 * <p>The image is normalised, then interpolated bilinearly; labels are taken from the nearest
 * pixel. Outside the region the image is mirrored (edge pixels repeat) and the labels are ignored.
 * Maps that only flip and turn by quarters copy pixels exactly.
 */
final class Resampler {

    private final FloatImage image;
    private final LabelMask labels;
    private final Affine map;
    private final int size;
    private final IntensityRange range;

    private Resampler(LabelledRegion region, Affine map, int size) {
        this.image = region.image();
        this.labels = region.labels();
        this.range = region.range();
        this.map = map;
        this.size = size;
    }

    /**
     * @param map from coordinates relative to the patch's centre to those of the region
     * @param size side of the patch
     */
    static Patch resample(LabelledRegion region, Affine map, int size) {
        Resampler r = new Resampler(region, map, size);
        FloatImage out = FloatImage.zeros(size, size, region.image().channels());
        byte[] classes = new byte[size * size];
        if (map.isPermutation() && r.hitsPixelCentres()) {
            r.copy(out.pixels(), classes);
            r.range.normalise(out.pixels(), 0, out.pixels().length);
        } else {
            r.interpolate(out.pixels(), classes);
        }
        return new Patch(out, new LabelMask(size, size, classes));
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
        float low = (float) range.low();
        float scale = (float) (1 / (range.high() - range.low() + 1e-20));
        int w = image.width();
        int h = image.height();
        float[] in = image.pixels();
        for (int v = 0; v < size; v++) {
            double rowX = map.x(first(), first() + v);
            double rowY = map.y(first(), first() + v);
            for (int u = 0; u < size; u++) {
                double x = rowX + map.xx() * u;
                double y = rowY + map.yx() * u;
                int i = v * size + u;
                classes[i] = nearest(x, y);
                int left = (int) Math.floor(x - 0.5);
                int top = (int) Math.floor(y - 0.5);
                float fx = (float) (x - 0.5 - left);
                float fy = (float) (y - 0.5 - top);
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
        }
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
