package org.dlpixel.core.view;

import java.util.Arrays;

/**
 * A picture to draw on: filled rectangles, smooth lines, images.
 *
 * <p>Coordinates are in pixels, x to the right, y down, pixel (0, 0) covers [0, 1) x [0, 1).
 * Whatever lies outside is cut off. Lines have round ends and are anti-aliased by their distance to
 * the centres of the pixels.
 */
public final class Canvas {

    private final int width;
    private final int height;
    private final int[] rgb;

    /**
     * @param background 0xRRGGBB
     */
    public Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.rgb = new int[Math.multiplyExact(width, height)];
        Arrays.fill(rgb, background);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What was drawn; the pixels are shared. */
    public RgbImage image() {
        return new RgbImage(width, height, rgb);
    }

    /**
     * Fills a rectangle.
     *
     * @param x of its left border
     * @param y of its upper border
     * @param colour 0xRRGGBB
     * @param alpha 0 (transparent) to 1
     */
    public void fill(int x, int y, int w, int h, int colour, double alpha) {
        for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
            for (int column = Math.max(0, x); column < Math.min(width, x + w); column++) {
                blend(row * width + column, colour, alpha);
            }
        }
    }

    /** Puts an image, which must fit, with its upper left corner at (x, y). */
    public void draw(RgbImage image, int x, int y) {
        for (int row = 0; row < image.height(); row++) {
            System.arraycopy(
                    image.rgb(), row * image.width(), rgb, (y + row) * width + x, image.width());
        }
    }

    void line(double x0, double y0, double x1, double y1, double thickness, int colour) {
        stroke(new double[] {x0, y0, x1, y1}, thickness, colour, 1);
    }

    void dot(double x, double y, double diameter, int colour) {
        stroke(new double[] {x, y, x, y}, diameter, colour, 1);
    }

    /**
     * Draws connected lines as one shape, so that joints and crossings are not painted twice.
     *
     * @param xy x0, y0, x1, y1, ...
     */
    void stroke(double[] xy, double thickness, int colour, double alpha) {
        double reach = thickness / 2 + 1;
        int left = clamp(min(xy, 0) - reach, width);
        int right = clamp(max(xy, 0) + reach + 1, width);
        int top = clamp(min(xy, 1) - reach, height);
        int bottom = clamp(max(xy, 1) + reach + 1, height);
        if (left >= right || top >= bottom) {
            return;
        }
        float[] cover = new float[(right - left) * (bottom - top)];
        for (int i = 0; i + 3 < xy.length; i += 2) {
            cover(xy, i, thickness, cover, left, top, right, bottom);
        }
        int i = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (cover[i] > 0) {
                    blend(y * width + x, colour, alpha * cover[i]);
                }
                i++;
            }
        }
    }

    private static void cover(
            double[] xy,
            int at,
            double thickness,
            float[] cover,
            int left,
            int top,
            int right,
            int bottom) {
        double x0 = xy[at];
        double y0 = xy[at + 1];
        double dx = xy[at + 2] - x0;
        double dy = xy[at + 3] - y0;
        double length2 = dx * dx + dy * dy;
        double reach = thickness / 2 + 1;
        int fromX = (int) Math.max(left, Math.floor(Math.min(x0, x0 + dx) - reach));
        int toX = (int) Math.min(right, Math.ceil(Math.max(x0, x0 + dx) + reach));
        int fromY = (int) Math.max(top, Math.floor(Math.min(y0, y0 + dy) - reach));
        int toY = (int) Math.min(bottom, Math.ceil(Math.max(y0, y0 + dy) + reach));
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double t = length2 == 0 ? 0 : (px * dx + py * dy) / length2;
                t = Math.min(1, Math.max(0, t));
                double distance = Math.hypot(px - t * dx, py - t * dy);
                float c = (float) Math.min(1, Math.max(0, thickness / 2 + 0.5 - distance));
                int i = (y - top) * (right - left) + x - left;
                cover[i] = Math.max(cover[i], c);
            }
        }
    }

    private void blend(int i, int colour, double alpha) {
        rgb[i] = Palette.mix(rgb[i], colour, Math.min(1, alpha));
    }

    private static int clamp(double value, int limit) {
        return (int) Math.min(limit, Math.max(0, Math.floor(value)));
    }

    private static double min(double[] xy, int offset) {
        double m = Double.POSITIVE_INFINITY;
        for (int i = offset; i < xy.length; i += 2) {
            m = Math.min(m, xy[i]);
        }
        return m;
    }

    private static double max(double[] xy, int offset) {
        double m = Double.NEGATIVE_INFINITY;
        for (int i = offset; i < xy.length; i += 2) {
            m = Math.max(m, xy[i]);
        }
        return m;
    }
}
