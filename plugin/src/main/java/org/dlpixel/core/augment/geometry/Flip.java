package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

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
    public double probability() {
        return 1 - (1 - horizontal) * (1 - vertical);
    }

    @Override
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        boolean x = random.nextDouble() < horizontal;
        boolean y = random.nextDouble() < vertical;
        if (!x && !y) {
            return Optional.empty();
        }
        String which = x && y ? "both ways" : x ? "horizontally" : "vertically";
        return Optional.of(new Movement.Linear(Affine.flip(x, y), "flip " + which));
    }
}
