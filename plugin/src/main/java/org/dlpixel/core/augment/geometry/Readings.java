package org.dlpixel.core.augment.geometry;

/**
 * Where the pixels of a row of a block are read in a window: the upper left of the neighbours, and
 * how far to the right of it and below.
 */
final class Readings {

    private final Window window;

    // where the pixels are read in the region
    private final double[] px;
    private final double[] py;

    // indices in the window, whole numbers, and fractions; not converted where they are computed,
    // because loops of doubles alone become vectors
    private final double[] at;
    private final double[] nearest;
    private final double[] fx;
    private final double[] fy;

    Readings(Window window, int block) {
        this.window = window;
        px = new double[block];
        py = new double[block];
        at = new double[block];
        nearest = new double[block];
        fx = new double[block];
        fy = new double[block];
    }

    /**
     * Pixel i of the row is read at (x0 + dx[u + i], y0 + dy[u + i]).
     *
     * @param x0 coordinate in the region, pixel centres at halves
     * @param y0 along y
     * @param dx what each column of the patch adds along x
     * @param dy along y
     * @param u column of the first pixel
     * @param count pixels
     */
    void locate(double x0, double y0, double[] dx, double[] dy, int u, int count) {
        for (int i = 0; i < count; i++) {
            px[i] = x0 + dx[u + i];
            py[i] = y0 + dy[u + i];
        }
    }

    /** ... or rather at (x0 + dx[u + i] + x[u + i], y0 + dy[u + i] + y[u + i]). */
    void shift(float[] x, float[] y, int u, int count) {
        for (int i = 0; i < count; i++) {
            px[i] += x[u + i];
            py[i] += y[u + i];
        }
    }

    /** Turns coordinates into indices and fractions. */
    void round(int count) {
        double stride = window.stride;
        double origin = -window.top * stride - window.left;
        for (int i = 0; i < count; i++) {
            nearest[i] = origin + Math.floor(py[i]) * stride + Math.floor(px[i]);
        }
        for (int i = 0; i < count; i++) {
            double x = px[i] - 0.5;
            double y = py[i] - 0.5;
            double left = Math.floor(x);
            double top = Math.floor(y);
            at[i] = origin + top * stride + left;
            fx[i] = x - left;
            fy[i] = y - top;
        }
    }

    /** The classes of the nearest pixels. */
    void labels(byte[] out, int to, int count) {
        byte[] in = window.classes;
        for (int i = 0; i < count; i++) {
            out[to + i] = in[(int) nearest[i]];
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
            int k = from + (int) at[i];
            float x = (float) fx[i];
            float a = in[k];
            float c = in[k + stride];
            float upper = a + x * (in[k + 1] - a);
            float lower = c + x * (in[k + stride + 1] - c);
            out[to + i] = upper + (float) fy[i] * (lower - upper);
        }
    }

    /** Cubic convolution with a = -0.5 (Keys 1981). */
    private void cubic(int from, float[] out, int to, int count) {
        float[] in = window.pixels;
        int stride = window.stride;
        for (int i = 0; i < count; i++) {
            int k = from + (int) at[i] - stride - 1;
            float t = (float) fx[i];
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
            t = (float) fy[i];
            out[to + i] =
                    t * (-0.5f + t * (1 - 0.5f * t)) * first
                            + (1 + t * t * (-2.5f + 1.5f * t)) * second
                            + t * (0.5f + t * (2 - 1.5f * t)) * third
                            + t * t * (-0.5f + 0.5f * t) * fourth;
        }
    }
}
