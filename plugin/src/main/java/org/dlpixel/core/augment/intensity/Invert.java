package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

/**
 * v becomes 1 - v: dark structures on bright ground.
 *
 * @param probability 0..1
 */
public record Invert(double probability) implements IntensityAugmentation {

    public Invert {
        Augmentation.requireProbability("probability of an inversion", probability);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        return Optional.of(
                new PixelChange(
                        "invert",
                        image -> Lines.scaled(image.pixels(), 0, image.pixels().length, -1, 1)));
    }
}
