package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Counts photons: v becomes k / n, k from the Poisson distribution of mean max(v, 0) n, with n
 * photons at intensity 1.
 *
 * <p>n is drawn from [photons, 10 photons), uniformly in its logarithm.
 *
 * @param probability 0..1
 * @param photons the fewest at intensity 1, 1..1e6
 */
public record PoissonNoise(double probability, double photons) implements IntensityAugmentation {

    public PoissonNoise {
        Augmentation.requireProbability("probability of Poisson noise", probability);
        Augmentation.require("photons of Poisson noise", photons, 1, 1e6);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        float drawn = (float) Draw.logarithmic(random, photons, 10 * photons);
        long seed = random.nextLong();
        return Optional.of(
                new PixelChange(
                        "photons " + Draw.text(drawn, 0),
                        image -> new Photons(seed).count(image.pixels(), drawn)));
    }
}
