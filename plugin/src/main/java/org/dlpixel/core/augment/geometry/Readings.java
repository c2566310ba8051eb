package org.dlpixel.core.augment.geometry;

/**
 * Where the pixels of a row of a block are read in a window: the upper left of the neighbours, and
 * how far to the right of it and below.
 */
final class Readings {

    private final Window window;
    private final int[] at;
    private final int[] nearest;
    private final float[] fx;
    private final float[] fy;

    Readings(Window window, int block) {
        this.window = window;
        at = new int[block];
        nearest = new int[block];
        fx = new float[block];
        fy = new float[block];
    }

    /**
     * Pixel i of the row is read at (x0 + dx (u + i), y0 + dy (u + i)) and its shift.
     *
     * @param x0 coordinate in the region, pixel centres at halves
     * @param y0 along y
     * @param dx step per pixel
     * @param dy along y
     * @param u column of the first pixel
     * @param count pixels
     */
    void locate(double x0, double y0, double dx, double dy, int u, int count, Shifts shifts) {
        int stride = window.stride;
        int origin = -window.top * stride - window.left;
        for (int i = 0; i < count; i++) {
            double px = x0 + dx * (u + i) + shifts.x[i];
            double py = y0 + dy * (u + i) + shifts.y[i];
            double x = px - 0.5;
            double y = py - 0.5;
            int left = floor(x);
            int top = floor(y);
            at[i] = origin + top * stride + left;
            nearest[i] = at[i] + (px >= left + 1 ? 1 : 0) + (py >= top + 1 ? stride : 0);
            fx[i] = (float) (x - left);
            fy[i] = (float) (y - top);
        }
    }

    private static int floor(double v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    /** The classes of the nearest pixels. */
    void labels(byte[] out, int to, int count) {
        byte[] in = window.classes;
        for (int i = 0; i < count; i++) {
            out[to + i] = in[nearest[i]];
        }
    }

    /**
     * All channels, interpolated.
     *
     * @param to where the row begins in the first channel
     * @param plane elements between two channels of {@code out}
     */
    void image(Interpolation interpolation, float[] out, int to, int plane, int count) {
        for (int c = 0; c < window.channels(); c++) {
            if (interpolation == Interpolation.LINEAR) {
                linear(c * window.plane, out, to + c * plane, count);
            } else {
                cubic(c * window.plane, out, to + c * plane, count);
            }
        }
    }

    private void linear(int from, float[] out, int to, int count) {
        float[] in = window.pixels;
        int stride = window.stride;
        for (int i = 0; i < count; i++) {
            int k = from + at[i];
            float x = fx[i];
            float a = in[k];
            float c = in[k + stride];
            float upper = a + x * (in[k + 1] - a);
            float lower = c + x * (in[k + stride + 1] - c);
            out[to + i] = upper + fy[i] * (lower - upper);
        }
    }

    /** Cubic convolution with a = -0.5 (Keys 1981). */
    private void cubic(int from, float[] out, int to, int count) {
        float[] in = window.pixels;
        int stride = window.stride;
        for (int i = 0; i < count; i++) {
            int k = from + at[i] - stride - 1;
            float t = fx[i];
            float a = t * (-0.5f + t * (1 - 0.5f * t));
            float b = 1 + t * t * (-2.5f + 1.5f * t);
            float c = t * (0.5f + t * (2 - 1.5f * t));
            float d = t * t * (-0.5f + 0.5f * t);
            float first = a * in[k] + b * in[k + 1] + c * in[k + 2] + d * in[k + 3];
            k += stride;
            float second = a * in[k] + b * in[k + 1] + c * in[k + 2] + d * in[k + 3];
            k += stride;
            float third = a * in[k] + b * in[k + 1] + c * in[k + 2] + d * in[k + 3];
            k += stride;
            float fourth = a * in[k] + b * in[k + 1] + c * in[k + 2] + d * in[k + 3];
            t = fy[i];
            out[to + i] =
                    t * (-0.5f + t * (1 - 0.5f * t)) * first
                            + (1 + t * t * (-2.5f + 1.5f * t)) * second
                            + t * (0.5f + t * (2 - 1.5f * t)) * third
                            + t * t * (-0.5f + 0.5f * t) * fourth;
        }
    }
}
