package org.dlpixel.core.forest;

/**
 * One plane of values and the filters of classical pixel classification on it.
 *
 * <p>{@code values[y * width + x]}. Beyond its borders a plane is mirrored without repeating the
 * border (column -1 is column 1), so every filter gives a plane of the same size. All differences
 * are per pixel.
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; a Plane never outlives its features
record Plane(int width, int height, float[] values) {

    /** A filter's reach, in standard deviations. */
    private static final double REACH = 3;

    private Plane like(float[] other) {
        return new Plane(width, height, other);
    }

    /** Pixels that the Gaussian looks at on each side. */
    static int radius(double sigma) {
        return (int) Math.ceil(REACH * sigma);
    }

    /** Convolution with a sampled, normalised Gaussian, cut off at {@value #REACH} sigma. */
    Plane smoothed(double sigma) {
        float[] kernel = Gaussian.half(sigma, radius(sigma));
        return along(kernel).down(kernel);
    }

    private Plane along(float[] kernel) {
        int r = kernel.length - 1;
        int[] source = mirrored(width, r);
        float[] row = new float[width + 2 * r];
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = values[y * width + source[x]];
            }
            for (int x = 0; x < width; x++) {
                out[y * width + x] = kernel[0] * row[x + r];
            }
            for (int k = 1; k <= r; k++) {
                add(kernel[k], row, r - k, r + k, out, y * width);
            }
        }
        return like(out);
    }

    private Plane down(float[] kernel) {
        int r = kernel.length - 1;
        int[] source = mirrored(height, r);
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = kernel[0] * values[y * width + x];
            }
            for (int k = 1; k <= r; k++) {
                int above = source[y + r - k] * width;
                int below = source[y + r + k] * width;
                add(kernel[k], values, above, below, out, y * width);
            }
        }
        return like(out);
    }

    private void add(float weight, float[] in, int first, int second, float[] out, int at) {
        for (int x = 0; x < width; x++) {
            out[at + x] += weight * (in[first + x] + in[second + x]);
        }
    }

    /** This plane times a number. */
    Plane times(float factor) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * values[i];
        }
        return like(out);
    }

    /** This plane plus another. */
    Plane plus(Plane other) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] + other.values[i];
        }
        return like(out);
    }

    /** Adds weight * (first + second) to this plane. */
    void add(float weight, Plane first, Plane second) {
        for (int i = 0; i < values.length; i++) {
            values[i] += weight * (first.values[i] + second.values[i]);
        }
    }

    /** sqrt(a^2 + b^2) per pixel. */
    static Plane magnitude(Plane a, Plane b) {
        float[] out = new float[a.values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.sqrt(a.values[i] * a.values[i] + b.values[i] * b.values[i]);
        }
        return a.like(out);
    }

    /** a * b per pixel. */
    static Plane product(Plane a, Plane b) {
        float[] out = new float[a.values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a.values[i] * b.values[i];
        }
        return a.like(out);
    }

    /** Central differences along x, (v(x+1) - v(x-1)) / 2. */
    Plane dx() {
        return difference(1, 0);
    }

    /** Central differences along y. */
    Plane dy() {
        return difference(0, 1);
    }

    private Plane difference(int sx, int sy) {
        int[] cols = mirrored(width, 1);
        int[] rows = mirrored(height, 1);
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            int next = rows[y + 1 + sy] * width;
            int last = rows[y + 1 - sy] * width;
            for (int x = 0; x < width; x++) {
                out[y * width + x] =
                        0.5f * (values[next + cols[x + 1 + sx]] - values[last + cols[x + 1 - sx]]);
            }
        }
        return like(out);
    }

    /** Second differences along x, v(x+1) - 2 v(x) + v(x-1). */
    Plane dxx() {
        return secondDifference(1, 0);
    }

    /** Second differences along y. */
    Plane dyy() {
        return secondDifference(0, 1);
    }

    private Plane secondDifference(int sx, int sy) {
        int[] cols = mirrored(width, 1);
        int[] rows = mirrored(height, 1);
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            int next = rows[y + 1 + sy] * width;
            int last = rows[y + 1 - sy] * width;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                out[i] =
                        values[next + cols[x + 1 + sx]]
                                + values[last + cols[x + 1 - sx]]
                                - 2 * values[i];
            }
        }
        return like(out);
    }

    /** Indices of a line of that length with {@code margin} mirrored elements on both sides. */
    static int[] mirrored(int length, int margin) {
        int[] indices = new int[length + 2 * margin];
        int last = length - 1;
        for (int i = 0; i < indices.length && last > 0; i++) {
            int folded = Math.floorMod(i - margin, 2 * last);
            indices[i] = folded <= last ? folded : 2 * last - folded;
        }
        return indices;
    }
}
