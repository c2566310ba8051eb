package org.dlpixel.core.phantom;

import java.util.Arrays;

/**
 * A stack of floats in memory, one row-major array per slice.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param slices height * width values each, shared
 */
@SuppressWarnings("ArrayRecordComponent") // the pixels are the point
record Volume(int width, int height, float[][] slices) {

    static Volume filled(int width, int height, int depth, float value) {
        float[][] slices = new float[depth][width * height];
        for (float[] slice : slices) {
            Arrays.fill(slice, value);
        }
        return new Volume(width, height, slices);
    }

    int depth() {
        return slices.length;
    }

    Volume copy() {
        float[][] copy = new float[depth()][];
        for (int z = 0; z < copy.length; z++) {
            copy[z] = slices[z].clone();
        }
        return new Volume(width, height, copy);
    }

    /** Gaussian blur in place, edges repeated; sigmas in voxels. */
    void blur(double sigmaXy, double sigmaZ) {
        float[] lateral = kernel(sigmaXy);
        float[] line = new float[Math.max(depth(), Math.max(width, height))];
        for (float[] slice : slices) {
            for (int y = 0; y < height; y++) {
                smooth(slice, y * width, 1, width, lateral, line);
            }
            for (int x = 0; x < width; x++) {
                smooth(slice, x, width, height, lateral, line);
            }
        }
        blurDepth(kernel(sigmaZ));
    }

    private void blurDepth(float[] kernel) {
        int radius = kernel.length / 2;
        float[][] in = copy().slices;
        for (int z = 0; z < depth(); z++) {
            float[] out = slices[z];
            Arrays.fill(out, 0);
            for (int k = -radius; k <= radius; k++) {
                float[] from = in[Math.min(depth() - 1, Math.max(0, z + k))];
                float weight = kernel[k + radius];
                for (int i = 0; i < out.length; i++) {
                    out[i] += weight * from[i];
                }
            }
        }
    }

    private static void smooth(
            float[] data, int start, int step, int count, float[] kernel, float[] line) {
        int radius = kernel.length / 2;
        for (int i = 0; i < count; i++) {
            line[i] = data[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += kernel[k + radius] * line[Math.min(count - 1, Math.max(0, i + k))];
            }
            data[start + i * step] = sum;
        }
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            double w = sigma == 0 ? 1 : StrictMath.exp(-k * k / (2 * sigma * sigma));
            weights[k + radius] = w;
            sum += w;
        }
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }
}
