package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * Mirrors the patch.
 *
 * @param horizontal probability of exchanging left and right, 0..1
 * @param vertical probability of exchanging top and bottom, 0..1
 */
public record Flip(double horizontal, double vertical) implements GeometricAugmentation {

    public Flip {
        Augmentation.requireProbability("probability of a horizontal flip", horizontal);
        Augmentation.requireProbability("probability of a vertical flip", vertical);
    }

    @Override
    public Affine draw(SplittableRandom random, int patchSize) {
        boolean x = random.nextDouble() < horizontal;
        boolean y = random.nextDouble() < vertical;
        return Affine.flip(x, y);
    }
}
