package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

/** A variation that moves pixels; all of them together are read in one resampling. */
public sealed interface GeometricAugmentation extends Augmentation
        permits Flip, Rotate90, SizedCrop, Rotate, Zoom, Shear, Elastic {

    /**
     * Draws one variation, or none.
     *
     * @param random consumed as needed
     * @param patchSize side of the patch in pixels
     */
    Optional<Movement> draw(SplittableRandom random, int patchSize);
}
