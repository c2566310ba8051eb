package org.dlpixel.core.network.process;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * v = min(max(v, min), max).
 *
 * @param min may be minus infinity
 * @param max above {@code min}; may be infinity
 */
public record Clip(double min, double max) implements PixelStep {

    public Clip {
        if (!(min < max)) {
            throw InvalidInput.of("limits of clip", min + ", " + max, "ascending");
        }
    }

    @Override
    public void apply(float[] values, int channels) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.min(max, Math.max(min, values[i]));
        }
    }
}
