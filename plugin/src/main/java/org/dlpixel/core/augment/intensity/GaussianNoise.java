package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Adds normal noise to every pixel and channel, as a camera's electronics do.
 *
 * <p>Its standard deviation is drawn uniformly from [0.1 deviation, deviation).
 *
 * @param probability 0..1
 * @param deviation largest standard deviation in units of the normalised intensity, above 0, at
 *     most 1
 */
public record GaussianNoise(double probability, double deviation) implements IntensityAugmentation {

    public GaussianNoise {
        Augmentation.requireProbability("probability of Gaussian noise", probability);
        Augmentation.require("deviation of Gaussian noise", deviation, 1e-4, 1);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        float drawn = (float) Draw.between(random, 0.1 * deviation, deviation);
        long seed = random.nextLong();
        return Optional.of(
                new PixelChange(
                        "noise " + Draw.text(drawn, 3),
                        image -> new Noise(seed).add(image.pixels(), drawn)));
    }
}
