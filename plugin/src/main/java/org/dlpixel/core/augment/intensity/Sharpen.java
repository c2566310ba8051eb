package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Unsharp masking: v becomes v + a (v - smoothed v), with a from [0.1 amount, amount).
 *
 * @param probability 0..1
 * @param amount largest a, above 0, at most 5
 * @param sigma standard deviation of the Gaussian that smooths, pixels, 0.3..16
 */
public record Sharpen(double probability, double amount, double sigma)
        implements IntensityAugmentation {

    public Sharpen {
        Augmentation.requireProbability("probability of a sharpening", probability);
        Augmentation.require("amount of a sharpening", amount, 0.01, 5);
        Augmentation.require("sigma of a sharpening", sigma, 0.3, 16);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        float a = (float) Draw.between(random, 0.1 * amount, amount);
        return Optional.of(
                new PixelChange(
                        "sharpen " + Draw.text(a, 2),
                        image -> sharpen(image.pixels(), new Smoother(sigma).smooth(image), a)));
    }

    private static void sharpen(float[] pixels, float[] smooth, float a) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += a * (pixels[i] - smooth[i]);
        }
    }
}
