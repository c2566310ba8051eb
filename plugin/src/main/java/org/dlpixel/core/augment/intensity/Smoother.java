package org.dlpixel.core.augment.intensity;

import org.dlpixel.core.image.FloatImage;

/**
 * Gaussian smoothing, one axis after the other; beyond its borders a plane is mirrored (edge pixels
 * repeat). The kernel reaches to three sigmas and sums to 1.
 */
final class Smoother {

    private final float[] kernel;
    private final int radius;

    /**
     * @param sigma pixels, above 0
     */
    Smoother(double sigma) {
        radius = Math.max(1, (int) Math.ceil(3 * sigma));
        kernel = new float[radius + 1];
        double sum = 0;
        double[] half = new double[radius + 1];
        for (int i = 0; i <= radius; i++) {
            half[i] = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
            sum += i == 0 ? half[i] : 2 * half[i];
        }
        for (int i = 0; i <= radius; i++) {
            kernel[i] = (float) (half[i] / sum);
        }
    }

    /** A smoothed copy of all channels. */
    float[] smooth(FloatImage image) {
        int width = image.width();
        int height = image.height();
        float[] out = new float[image.pixels().length];
        float[][] rows = new float[height][width];
        float[] line = new float[width + 2 * radius];
        float[][] shifted = new float[2 * radius + 1][width];
        float[] sum = new float[width];
        for (int c = 0; c < image.channels(); c++) {
            for (int y = 0; y < height; y++) {
                pad(image.pixels(), (c * height + y) * width, width, line);
                for (int k = 0; k < shifted.length; k++) {
                    System.arraycopy(line, k, shifted[k], 0, width);
                }
                weighted(shifted, radius, rows[y]);
            }
            for (int y = 0; y < height; y++) {
                weighted(rows, y, sum);
                System.arraycopy(sum, 0, out, (c * height + y) * width, width);
            }
        }
        return out;
    }

    private void pad(float[] pixels, int from, int width, float[] line) {
        System.arraycopy(pixels, from, line, radius, width);
        for (int i = 1; i <= radius; i++) {
            line[radius - i] = pixels[from + mirror(-i, width)];
            line[radius + width - 1 + i] = pixels[from + mirror(width - 1 + i, width)];
        }
    }

    /** The weighted sum of a line and its neighbours, mirrored beyond the first and the last. */
    private void weighted(float[][] lines, int at, float[] sum) {
        float centre = kernel[0];
        float[] own = lines[at];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = centre * own[i];
        }
        for (int k = 1; k <= radius; k++) {
            float[] before = lines[mirror(at - k, lines.length)];
            float[] after = lines[mirror(at + k, lines.length)];
            add(kernel[k], before, after, sum);
        }
    }

    /** Arrays of their own, all read from 0 on: compilers make the best vectors of that. */
    private static void add(float weight, float[] before, float[] after, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * (before[i] + after[i]);
        }
    }

    private static int mirror(int i, int n) {
        int k = Math.floorMod(i, 2 * n);
        return k < n ? k : 2 * n - 1 - k;
    }
}
