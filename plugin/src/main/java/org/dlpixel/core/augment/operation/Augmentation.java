package org.dlpixel.core.augment.operation;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One random variation of patches, with its probability and its limits.
 *
 * <p>It only draws: what it draws is a value of its own that knows how it is applied and what it is
 * called.
 */
public interface Augmentation {

    /** How likely it is that a variation is drawn, 0..1. */
    double probability();

    /** Refuses what is not a probability. */
    static void requireProbability(String name, double value) {
        require(name, value, 0, 1);
    }

    /** Refuses a value outside [low, high], naming it, its value and the rule. */
    static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw InvalidInput.of(name, value, "from " + low + " to " + high);
        }
    }
}
