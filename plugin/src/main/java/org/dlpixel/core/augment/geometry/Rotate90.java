package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

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
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        boolean apply = random.nextDouble() < probability;
        int turns = apply ? random.nextInt(4) : 0;
        return turns == 0
                ? Optional.empty()
                : Optional.of(
                        new Movement.Linear(
                                Affine.quarterTurns(turns), "turn " + 90 * turns + "°"));
    }
}
