package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

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
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        float a = (float) (1 + Draw.symmetric(random, contrast));
        float b = (float) Draw.symmetric(random, brightness);
        String text = "contrast " + Draw.text(a, 2) + " brightness " + Draw.text(b, 2);
        return Optional.of(
                new PixelChange(
                        text,
                        image -> {
                            if (clip) {
                                Lines.clipped(image.pixels(), a, b);
                            } else {
                                Lines.scaled(image.pixels(), 0, image.pixels().length, a, b);
                            }
                        }));
    }
}
