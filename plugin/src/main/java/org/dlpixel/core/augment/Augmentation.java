package org.dlpixel.core.augment;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** One random variation of a patch, with its probability and its limits. */
public sealed interface Augmentation permits GeometricAugmentation, IntensityAugmentation {

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
