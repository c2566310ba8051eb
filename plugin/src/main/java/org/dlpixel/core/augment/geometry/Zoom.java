package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

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
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double field = StrictMath.pow(factor, Draw.symmetric(random, 1));
        return Optional.of(
                new Movement.Linear(Affine.scale(field), "zoom " + Draw.text(1 / field, 2)));
    }
}
