package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Slants the patch: rows are moved along x, or columns along y, in proportion to their distance
 * from the centre. Which of the two is drawn, each as likely.
 *
 * @param probability 0..1
 * @param limitDegrees largest angle by which an upright line is slanted, 0..45
 */
public record Shear(double probability, double limitDegrees) implements GeometricAugmentation {

    public Shear {
        Augmentation.requireProbability("probability of a shear", probability);
        Augmentation.require("largest angle of a shear", limitDegrees, 0, 45);
    }

    @Override
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double radians = Draw.symmetric(random, Math.toRadians(limitDegrees));
        double slope = StrictMath.tan(radians);
        boolean alongX = random.nextBoolean();
        Affine map = alongX ? Affine.shear(slope, 0) : Affine.shear(0, slope);
        String angle = Draw.text(Math.toDegrees(radians), 1) + "°";
        return Optional.of(new Movement.Linear(map, "shear " + (alongX ? "x " : "y ") + angle));
    }
}
