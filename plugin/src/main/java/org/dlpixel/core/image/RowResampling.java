package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Changes the number of rows of images; columns stay.
 *
 * <p>Both heights cover the same extent, so the centre of row i of the result lies at (i + 0.5) *
 * from / to - 0.5 of the image's rows. A row is the weighted mean of rows around it, weights
 * falling linearly to 0 at a distance of one row of the coarser grid: linear interpolation where
 * rows are added, a mean over what a row covers where they become fewer. Beyond its first and last
 * row the image goes on as they are.
 */
public final class RowResampling {

    private final int from;
    private final int[] first;
    private final float[][] weights;

    /**
     * @param from rows of the images, at least 1
     * @param to rows of the results, at least 1
     */
    public RowResampling(int from, int to) {
        if (from < 1 || to < 1) {
            throw InvalidInput.of("number of rows", from + " to " + to, "at least 1");
        }
        this.from = from;
        this.first = new int[to];
        this.weights = new float[to][];
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            prepare(i, (i + 0.5) * scale - 0.5, Math.max(1, scale));
        }
    }

    private void prepare(int row, double centre, double reach) {
        int low = (int) Math.floor(centre - reach) + 1;
        int high = (int) Math.ceil(centre + reach) - 1;
        int start = clamp(low);
        double[] sums = new double[clamp(high) - start + 1];
        double all = 0;
        for (int j = low; j <= high; j++) {
            double weight = 1 - Math.abs(j - centre) / reach;
            sums[clamp(j) - start] += weight;
            all += weight;
        }
        first[row] = start;
        weights[row] = new float[sums.length];
        for (int k = 0; k < sums.length; k++) {
            weights[row][k] = (float) (sums[k] / all);
        }
    }

    private int clamp(int row) {
        return Math.max(0, Math.min(row, from - 1));
    }

    /** Rows of the results. */
    public int rows() {
        return first.length;
    }

    /**
     * Resamples all channels of an image.
     *
     * @param image (C, from, width)
     * @param target (C, to, width), filled
     * @param width columns of both
     */
    public void apply(float[] image, float[] target, int width) {
        int channels = image.length / (from * width);
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < rows(); row++) {
                int to = (c * rows() + row) * width;
                mean(image, (c * from + first[row]) * width, weights[row], target, to, width);
            }
        }
    }

    private static void mean(
            float[] image, int from, float[] weights, float[] target, int to, int width) {
        for (int x = 0; x < width; x++) {
            target[to + x] = weights[0] * image[from + x];
        }
        for (int k = 1; k < weights.length; k++) {
            int row = from + k * width;
            for (int x = 0; x < width; x++) {
                target[to + x] += weights[k] * image[row + x];
            }
        }
    }
}
