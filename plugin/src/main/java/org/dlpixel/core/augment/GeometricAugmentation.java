package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/** A variation that moves pixels; all of them together are read in one resampling. */
public sealed interface GeometricAugmentation extends Augmentation
        permits Flip, Rotate90, SizedCrop, Rotate, Zoom {

    /**
     * Draws one variation.
     *
     * @param random consumed as needed
     * @param patchSize side of the patch in pixels
     */
    Affine draw(SplittableRandom random, int patchSize);
}
