package org.dlpixel.core.tile;

import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Blends overlapping windows row of windows by row of windows: out = sum(window * importance) /
 * sum(importance), per channel. Only the rows of pixels are held that windows to come may still
 * change, so that a slice's height does not matter.
 *
 * <pre>
 * for each row of windows
 *     band.add(...) for each window;
 *     band.finish(rows up to the next row of windows);
 *     use band.values();
 *     band.advance(rows);
 * </pre>
 */
public final class BlendBand {

    private final int width;
    private final int height;
    private final int channels;
    private final float[] values;
    private final float[] weights;

    /**
     * An empty band.
     *
     * @param width of the padded slice
     * @param height of a window
     * @param channels of the windows' values
     * @throws InvalidInput if it holds 2^31 values or more
     */
    public BlendBand(int width, int height, int channels) {
        long size = (long) width * height * channels;
        if (size > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "row of windows",
                    width + " x " + height + " pixels, " + channels + " classes",
                    "below 2^31 values: use smaller windows");
        }
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = new float[(int) size];
        this.weights = new float[width * height];
    }

    /** Width of the padded slice. */
    public int width() {
        return width;
    }

    /**
     * Adds a window of the band's height.
     *
     * @param x its first column
     * @param window (channels, height, window width)
     * @param importance (height, window width), above 0
     */
    public void add(int x, float[] window, float[] importance) {
        int windowWidth = importance.length / height;
        for (int y = 0; y < height; y++) {
            int from = y * windowWidth;
            int to = y * width + x;
            for (int i = 0; i < windowWidth; i++) {
                weights[to + i] += importance[from + i];
            }
            for (int c = 0; c < channels; c++) {
                int fromChannel = c * importance.length + from;
                int toChannel = c * weights.length + to;
                for (int i = 0; i < windowWidth; i++) {
                    values[toChannel + i] += window[fromChannel + i] * importance[from + i];
                }
            }
        }
    }

    /** Makes sums to means in the first rows, each pixel of which must be in some window. */
    public void finish(int rows) {
        int count = rows * width;
        for (int c = 0; c < channels; c++) {
            int channel = c * weights.length;
            for (int i = 0; i < count; i++) {
                values[channel + i] /= weights[i];
            }
        }
    }

    /** The band itself, (channels, height, width). */
    public float[] values() {
        return values;
    }

    /** Drops the first rows; as many empty ones follow at the end. */
    public void advance(int rows) {
        for (int c = 0; c < channels; c++) {
            shift(values, c * weights.length, rows);
        }
        shift(weights, 0, rows);
    }

    private void shift(float[] array, int start, int rows) {
        int gone = rows * width;
        int kept = weights.length - gone;
        System.arraycopy(array, start + gone, array, start, kept);
        Arrays.fill(array, start + kept, start + weights.length, 0);
    }
}
