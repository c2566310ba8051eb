package org.dlpixel.core.augment.intensity;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;

/** How much light is left at a distance from the patch's centre, across the stripes. */
final class StripeProfile {

    /** Samples per pixel. */
    private static final int FINE = 4;

    /** Beyond so many standard deviations a stripe is not seen. */
    private static final double REACH = 4;

    private final float[] left;
    private final double radius;

    /**
     * @param side of the patch in pixels
     */
    StripeProfile(int side) {
        radius = 0.75 * side;
        left = new float[(int) Math.ceil(2 * radius * FINE) + 2];
        Arrays.fill(left, 1);
    }

    /**
     * Adds a stripe.
     *
     * @param centre pixels from the patch's centre
     * @param width standard deviation in pixels
     * @param depth share of light that it takes in its middle, 0..1
     */
    void darken(double centre, double width, double depth) {
        int from = Math.max(0, index(centre - REACH * width));
        int to = Math.min(left.length - 1, index(centre + REACH * width));
        for (int i = from; i <= to; i++) {
            double t = ((double) i / FINE - radius - centre) / width;
            left[i] *= (float) (1 - depth * StrictMath.exp(-0.5 * t * t));
        }
    }

    private int index(double t) {
        return (int) Math.floor((t + radius) * FINE);
    }

    /**
     * Darkens an image.
     *
     * @param alongX whether the stripes run along x, or else along y
     * @param tilt by which they are turned, radians
     */
    void apply(FloatImage image, boolean alongX, double tilt) {
        double sin = StrictMath.sin(tilt);
        double cos = StrictMath.cos(tilt);
        float perX = (float) (FINE * (alongX ? -sin : cos));
        float perY = (float) (FINE * (alongX ? cos : -sin));
        int width = image.width();
        int height = image.height();
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            float start =
                    (float) (radius * FINE)
                            + perY * (y + 0.5f - height / 2f)
                            + perX * (0.5f - width / 2f);
            float end = start + perX * (width - 1);
            if (isDark(Math.min(start, end), Math.max(start, end))) {
                read(start, perX, row);
                multiply(image, y, row);
            }
        }
    }

    /** Whether there is a stripe between two places. */
    private boolean isDark(float from, float to) {
        int end = (int) to + 1;
        for (int k = (int) from; k <= end; k++) {
            if (left[k] != 1) {
                return true;
            }
        }
        return false;
    }

    private void read(float start, float step, float[] row) {
        for (int x = 0; x < row.length; x++) {
            float at = start + step * x;
            int k = (int) at;
            row[x] = left[k] + (at - k) * (left[k + 1] - left[k]);
        }
    }

    private static void multiply(FloatImage image, int y, float[] row) {
        float[] pixels = image.pixels();
        for (int c = 0; c < image.channels(); c++) {
            int from = (c * image.height() + y) * image.width();
            for (int x = 0; x < row.length; x++) {
                pixels[from + x] *= row[x];
            }
        }
    }
}
