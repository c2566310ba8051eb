package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * Rotates the patch about its centre by an angle from [-limit, limit), uniformly.
 *
 * @param probability 0..1
 * @param limitDegrees largest angle, 0..180
 */
public record Rotate(double probability, double limitDegrees) implements GeometricAugmentation {

    public Rotate {
        Augmentation.requireProbability("probability of a rotation", probability);
        Augmentation.require("largest angle of a rotation", limitDegrees, 0, 180);
    }

    @Override
    public Affine draw(SplittableRandom random, int patchSize) {
        boolean apply = random.nextDouble() < probability;
        double limit = Math.toRadians(limitDegrees);
        return apply ? Affine.rotation(limit * (2 * random.nextDouble() - 1)) : Affine.IDENTITY;
    }
}
