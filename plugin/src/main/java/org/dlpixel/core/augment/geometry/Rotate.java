package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

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
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double radians = Draw.symmetric(random, Math.toRadians(limitDegrees));
        return Optional.of(
                new Movement.Linear(
                        Affine.rotation(radians),
                        "rotate " + Draw.text(Math.toDegrees(radians), 1) + "°"));
    }
}
