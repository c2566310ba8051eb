package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * v becomes max(v, 0)^g with g from [1 - range, 1 + range).
 *
 * <p>Values in 0..1 are looked up in a table of 2048 points and interpolated; the error is below
 * 2e-4.
 *
 * @param probability 0..1
 * @param range 0..0.9
 */
public record Gamma(double probability, double range) implements IntensityAugmentation {

    private static final int STEPS = 2048;

    public Gamma {
        Augmentation.requireProbability("probability of gamma", probability);
        Augmentation.require("range of gamma", range, 0, 0.9);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double gamma = 1 + Draw.symmetric(random, range);
        return Optional.of(
                new PixelChange(
                        "gamma " + Draw.text(gamma, 2), image -> power(image.pixels(), gamma)));
    }

    static void power(float[] pixels, double gamma) {
        float[] table = Powers.table(gamma);
        for (int i = 0; i < pixels.length; i++) {
            float v = pixels[i];
            if (v > 0 && v < 1) {
                float at = v * STEPS;
                int k = (int) at;
                float below = table[k];
                pixels[i] = below + (at - k) * (table[k + 1] - below);
            } else if (v > 1) {
                pixels[i] = Powers.of(v, gamma);
            } else {
                pixels[i] = v == 1 ? 1 : 0;
            }
        }
    }
}
