package org.dlpixel.core.augment.operation;

import java.util.SplittableRandom;

/**
 * A smooth random function of the plane: a uniform cubic B-spline over a coarse grid of
 * coefficients.
 *
 * <p>It has continuous second derivatives, and no value beyond the largest coefficient. Coordinates
 * are those of a patch's pixels: (0, 0) is the centre of the first one.
 */
public final class SplineField {

    /** Coefficients that one value depends on, along each axis. */
    private static final int TAPS = 4;

    private final int spacing;
    private final int columns;
    private final int rows;
    private final float[] coefficients;

    /** The four pieces of the cubic B-spline at every pixel between two nodes. */
    private final float[][] pieces;

    private SplineField(int spacing, int columns, int rows, float[] coefficients) {
        this.spacing = spacing;
        this.columns = columns;
        this.rows = rows;
        this.coefficients = coefficients;
        this.pieces = pieces(spacing);
    }

    /**
     * Coefficients drawn uniformly from [-limit, limit).
     *
     * @param width pixels along x that it is defined for
     * @param height pixels along y
     * @param spacing pixels between two coefficients, at least 1
     */
    public static SplineField random(
            SplittableRandom random, int width, int height, int spacing, double limit) {
        int columns = (width - 1) / spacing + TAPS;
        int rows = (height - 1) / spacing + TAPS;
        float[] coefficients = new float[columns * rows];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = (float) Draw.symmetric(random, limit);
        }
        return new SplineField(spacing, columns, rows, coefficients);
    }

    /** Sum of two fields of the same grid, each with its factor. */
    public SplineField combined(float own, SplineField other, float its) {
        float[] sum = new float[coefficients.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = own * coefficients[i] + its * other.coefficients[i];
        }
        return new SplineField(spacing, columns, rows, sum);
    }

    /** This field with every value multiplied. */
    public SplineField times(float factor) {
        return combined(factor, this, 0);
    }

    /**
     * The largest absolute value, looked for at four points between two nodes along each axis and
     * at the borders.
     */
    public float peak() {
        int step = Math.max(1, Math.floorDiv(spacing, 4));
        int right = (columns - TAPS + 1) * spacing - 1;
        int bottom = (rows - TAPS + 1) * spacing - 1;
        float peak = 0;
        float[] row = new float[columns];
        for (int y = 0; y < bottom + step; y += step) {
            mix(Math.min(y, bottom), row);
            for (int x = 0; x < right + step; x += step) {
                peak = Math.max(peak, Math.abs(value(row, Math.min(x, right))));
            }
        }
        return peak;
    }

    /** Value at one pixel. */
    public float at(int x, int y) {
        float[] row = new float[columns];
        mix(y, row);
        return value(row, x);
    }

    /**
     * Values along a row of pixels.
     *
     * @param y the row
     * @param x the first pixel
     * @param out filled from its start
     * @param count how many
     * @param scratch of at least {@link #scratch} elements, overwritten
     */
    public void row(int y, int x, float[] out, int count, float[] scratch) {
        mix(y, scratch);
        int done = 0;
        while (done < count) {
            int node = (x + done) / spacing;
            int from = x + done - node * spacing;
            int length = Math.min(spacing - from, count - done);
            segment(scratch, node, from, out, done, length);
            done += length;
        }
    }

    /** Elements that {@link #row} needs. */
    public int scratch() {
        return columns;
    }

    private void segment(float[] row, int node, int from, float[] out, int to, int length) {
        float a = row[node];
        float b = row[node + 1];
        float c = row[node + 2];
        float d = row[node + 3];
        float[] first = pieces[0];
        float[] second = pieces[1];
        float[] third = pieces[2];
        float[] fourth = pieces[3];
        // all of them, from 0 on: compilers make the best vectors of that
        float[] all = new float[spacing];
        for (int i = 0; i < all.length; i++) {
            all[i] = a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
        }
        System.arraycopy(all, from, out, to, length);
    }

    private float value(float[] row, int x) {
        int node = x / spacing;
        int t = x - node * spacing;
        return row[node] * pieces[0][t]
                + row[node + 1] * pieces[1][t]
                + row[node + 2] * pieces[2][t]
                + row[node + 3] * pieces[3][t];
    }

    /** Coefficients along x of the row at height y. */
    private void mix(int y, float[] row) {
        int node = y / spacing;
        int t = y - node * spacing;
        float a = pieces[0][t];
        float b = pieces[1][t];
        float c = pieces[2][t];
        float d = pieces[3][t];
        int first = node * columns;
        for (int i = 0; i < columns; i++) {
            int k = first + i;
            row[i] =
                    a * coefficients[k]
                            + b * coefficients[k + columns]
                            + c * coefficients[k + 2 * columns]
                            + d * coefficients[k + 3 * columns];
        }
    }

    private static float[][] pieces(int spacing) {
        float[][] w = new float[TAPS][spacing];
        for (int i = 0; i < spacing; i++) {
            double t = (double) i / spacing;
            double r = 1 - t;
            w[0][i] = (float) (r * r * r / 6);
            w[1][i] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
            w[2][i] = (float) ((3 * r * r * r - 6 * r * r + 4) / 6);
            w[3][i] = (float) (t * t * t / 6);
        }
        return w;
    }
}
