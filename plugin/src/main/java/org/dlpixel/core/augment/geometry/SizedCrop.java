package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

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
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        int smallest = smallestSide(patchSize);
        int side = smallest + random.nextInt(patchSize - smallest + 1);
        int x = random.nextInt(patchSize - side + 1);
        int y = random.nextInt(patchSize - side + 1);
        if (side == patchSize) {
            return Optional.empty();
        }
        double toCentre = (side - patchSize) / 2.0;
        Affine map = Affine.scale((double) side / patchSize).shifted(x + toCentre, y + toCentre);
        return Optional.of(new Movement.Linear(map, "crop " + side + " px at " + x + "," + y));
    }

    /** Side of the smallest square that is cropped from patches of that size, in pixels. */
    int smallestSide(int patchSize) {
        return Math.max(1, (int) (SLACK / sizeFactor * patchSize));
    }
}
