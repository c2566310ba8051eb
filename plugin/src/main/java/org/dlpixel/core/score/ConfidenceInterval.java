package org.dlpixel.core.score;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Where a score probably lies.
 *
 * @param low lower end
 * @param high upper end, at least low
 */
public record ConfidenceInterval(double low, double high) {

    public ConfidenceInterval {
        if (!(low <= high)) {
            throw InvalidInput.of("confidence interval", low + " to " + high, "ascending numbers");
        }
    }
}
