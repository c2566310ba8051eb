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
        float[] across = new float[image.pixels().length];
        float[] line = new float[width + 2 * radius];
        for (int row = 0; row < height * image.channels(); row++) {
            pad(image.pixels(), row * width, width, line);
            alongRow(line, across, row * width, width);
        }
        float[] out = new float[across.length];
        for (int c = 0; c < image.channels(); c++) {
            for (int y = 0; y < height; y++) {
                acrossRows(across, c * height, y, width, height, out);
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

    private void alongRow(float[] line, float[] out, int to, int width) {
        float centre = kernel[0];
        for (int i = 0; i < width; i++) {
            out[to + i] = centre * line[radius + i];
        }
        for (int k = 1; k <= radius; k++) {
            float weight = kernel[k];
            int left = radius - k;
            int right = radius + k;
            for (int i = 0; i < width; i++) {
                out[to + i] += weight * (line[left + i] + line[right + i]);
            }
        }
    }

    private void acrossRows(float[] in, int top, int y, int width, int height, float[] out) {
        int to = (top + y) * width;
        float centre = kernel[0];
        for (int i = 0; i < width; i++) {
            out[to + i] = centre * in[to + i];
        }
        for (int k = 1; k <= radius; k++) {
            float weight = kernel[k];
            int above = (top + mirror(y - k, height)) * width;
            int below = (top + mirror(y + k, height)) * width;
            for (int i = 0; i < width; i++) {
                out[to + i] += weight * (in[above + i] + in[below + i]);
            }
        }
    }

    private static int mirror(int i, int n) {
        int k = Math.floorMod(i, 2 * n);
        return k < n ? k : 2 * n - 1 - k;
    }
}
