package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/** A variation of normalised intensities; labels stay as they are. */
public sealed interface IntensityAugmentation extends Augmentation
        permits BrightnessContrast, Gamma {

    /**
     * Draws one variation and applies it to all channels alike.
     *
     * @param pixels normalised intensities, changed in place
     * @param random consumed as needed
     */
    void apply(float[] pixels, SplittableRandom random);
}
