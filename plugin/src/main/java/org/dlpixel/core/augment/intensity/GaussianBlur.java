package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Smooths the image with a Gaussian, as a lens out of focus does.
 *
 * <p>Sigma is drawn uniformly from [0.3, sigma). Beyond its borders the patch is mirrored.
 *
 * @param probability 0..1
 * @param sigma largest standard deviation in pixels, 0.3..16
 */
public record GaussianBlur(double probability, double sigma) implements IntensityAugmentation {

    /** Below this nothing is to be seen, in pixels. */
    private static final double SMALLEST = 0.3;

    public GaussianBlur {
        Augmentation.requireProbability("probability of a blur", probability);
        Augmentation.require("sigma of a blur", sigma, SMALLEST, 16);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double drawn = Draw.between(random, SMALLEST, sigma);
        return Optional.of(
                new PixelChange(
                        "blur " + Draw.text(drawn, 2) + " px",
                        image -> {
                            float[] smooth = new Smoother(drawn).smooth(image);
                            System.arraycopy(smooth, 0, image.pixels(), 0, smooth.length);
                        }));
    }
}
