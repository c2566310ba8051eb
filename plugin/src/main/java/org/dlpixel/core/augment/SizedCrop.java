package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * Crops a square from the patch and magnifies it to the patch's size: zoom-in only.
 *
 * <p>The side is a whole number drawn uniformly from [floor(0.99 / sizeFactor * P), P] for a patch
 * of side P; the place is uniform. This is the random sized crop of napari-easy-augment-batch-dl.
 *
 * @param probability 0..1
 * @param sizeFactor how far it may magnify, 1..100
 */
public record SizedCrop(double probability, double sizeFactor) implements GeometricAugmentation {

    private static final double SLACK = 0.99;

    public SizedCrop {
        Augmentation.requireProbability("probability of a sized crop", probability);
        Augmentation.require("size factor of a sized crop", sizeFactor, 1, 100);
    }

    @Override
    public Affine draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability) {
            return Affine.IDENTITY;
        }
        int smallest = smallestSide(patchSize);
        int side = smallest + random.nextInt(patchSize - smallest + 1);
        int x = random.nextInt(patchSize - side + 1);
        int y = random.nextInt(patchSize - side + 1);
        double toCentre = (side - patchSize) / 2.0;
        return Affine.scale((double) side / patchSize).shifted(x + toCentre, y + toCentre);
    }

    int smallestSide(int patchSize) {
        return Math.max(1, (int) (SLACK / sizeFactor * patchSize));
    }
}
