package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * The raw intensities that become 0 and 1.
 *
 * <p>normalised = clip((v - low) / (high - low + 1e-20), 0, 1), as {@code quantile_normalization}
 * of the original and {@code scale_range + clip} of bioimage.io 0.5; a constant image becomes 0.
 *
 * @param low finite
 * @param high finite, at least low
 */
public record IntensityRange(double low, double high) {

    private static final double EPSILON = 1e-20;

    /** The range of pixels that are normalised already. */
    public static final IntensityRange UNIT = new IntensityRange(0, 1);

    public IntensityRange {
        if (!Double.isFinite(low) || !Double.isFinite(high) || high < low) {
            throw InvalidInput.of(
                    "intensity range", low + " .. " + high, "finite with low <= high");
        }
    }

    /** Normalises {@code count} values from {@code offset} in place. */
    public void normalise(float[] values, int offset, int count) {
        double scale = 1 / (high - low + EPSILON);
        for (int i = offset; i < offset + count; i++) {
            double v = (values[i] - low) * scale;
            // comparisons are much faster here than Math.min and Math.max
            values[i] = v > 0 ? v < 1 ? (float) v : 1 : 0;
        }
    }

    /** What the whole numbers from 0 to 65535 become, by number. */
    public float[] table() {
        float[] table = new float[1 << Short.SIZE];
        for (int i = 0; i < table.length; i++) {
            table[i] = i;
        }
        normalise(table, 0, table.length);
        return table;
    }

    /** A normalised copy of an image. */
    public FloatImage normalised(FloatImage image) {
        float[] pixels = image.pixels().clone();
        normalise(pixels, 0, pixels.length);
        return new FloatImage(image.width(), image.height(), image.channels(), pixels);
    }
}
