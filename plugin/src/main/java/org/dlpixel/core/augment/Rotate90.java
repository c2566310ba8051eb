package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * Turns the patch by 0, 90, 180 or 270 degrees, each as likely as the others.
 *
 * @param probability of turning at all, 0..1
 */
public record Rotate90(double probability) implements GeometricAugmentation {

    public Rotate90 {
        Augmentation.requireProbability("probability of a quarter turn", probability);
    }

    @Override
    public Affine draw(SplittableRandom random, int patchSize) {
        boolean apply = random.nextDouble() < probability;
        return apply ? Affine.quarterTurns(random.nextInt(4)) : Affine.IDENTITY;
    }
}
