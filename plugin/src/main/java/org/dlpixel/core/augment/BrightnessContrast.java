package org.dlpixel.core.augment;

import java.util.SplittableRandom;

/**
 * v becomes a v + b, with a from [1 - contrast, 1 + contrast) and b from [-brightness, brightness).
 *
 * @param probability 0..1
 * @param contrast 0..1, without unit
 * @param brightness 0..1, in units of the normalised intensity
 * @param clip whether results are cut to 0..1, as the original does; dim structures vanish then
 */
public record BrightnessContrast(
        double probability, double contrast, double brightness, boolean clip)
        implements IntensityAugmentation {

    public BrightnessContrast {
        Augmentation.requireProbability("probability of brightness/contrast", probability);
        Augmentation.require("contrast", contrast, 0, 1);
        Augmentation.require("brightness", brightness, 0, 1);
    }

    @Override
    public void apply(float[] pixels, SplittableRandom random) {
        if (random.nextDouble() >= probability) {
            return;
        }
        float a = (float) (1 + contrast * (2 * random.nextDouble() - 1));
        float b = (float) (brightness * (2 * random.nextDouble() - 1));
        for (int i = 0; i < pixels.length; i++) {
            float v = a * pixels[i] + b;
            pixels[i] = clip ? Math.min(1, Math.max(0, v)) : v;
        }
    }
}
