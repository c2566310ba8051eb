package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

/** A variation of normalised intensities. */
public sealed interface IntensityAugmentation extends Augmentation
        permits BrightnessContrast,
                Gamma,
                GaussianBlur,
                Sharpen,
                GaussianNoise,
                PoissonNoise,
                Shading,
                Stripes,
                Invert,
                ColourJitter,
                CutOut {

    /**
     * Draws one variation, or none.
     *
     * @param random consumed as needed
     * @param patchSize side of the patch in pixels
     * @param channels of the patch
     */
    Optional<Change> draw(SplittableRandom random, int patchSize, int channels);
}
