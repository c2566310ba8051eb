package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * Shows a larger or a smaller field of view about the patch's centre.
 *
 * <p>The field is 1/factor .. factor times as wide, uniformly in its logarithm, so that zooming in
 * is as likely as zooming out.
 *
 * @param probability 0..1
 * @param factor 1..4
 */
public record Zoom(double probability, double factor) implements GeometricAugmentation {

    public Zoom {
        Augmentation.requireProbability("probability of a zoom", probability);
        Augmentation.require("zoom factor", factor, 1, 4);
    }

    @Override
    public Affine draw(SplittableRandom random, int patchSize) {
        boolean apply = random.nextDouble() < probability;
        double exponent = 2 * random.nextDouble() - 1;
        return apply ? Affine.scale(Math.pow(factor, exponent)) : Affine.IDENTITY;
    }
}
