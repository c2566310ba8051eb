package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Varies colours.
 *
 * <p>Three channels are taken as red, green and blue: brightness (v becomes b v), contrast (about
 * the patch's mean grey), saturation (about each pixel's grey), hue (a rotation by h turns about
 * grey in the YIQ space), in this order; the result is cut to 0..1. Grey is 0.299 R + 0.587 G +
 * 0.114 B. Other images have brightness and contrast (about the channel's mean) drawn for each
 * channel on its own, not cut.
 *
 * @param probability 0..1
 * @param brightness b is from [1 - brightness, 1 + brightness), 0..1
 * @param contrast its factor is from [1 - contrast, 1 + contrast), 0..1
 * @param saturation its factor is from [1 - saturation, 1 + saturation), 0..1
 * @param hue h is from [-hue, hue), in turns, 0..0.5
 */
public record ColourJitter(
        double probability, double brightness, double contrast, double saturation, double hue)
        implements IntensityAugmentation {

    public ColourJitter {
        Augmentation.requireProbability("probability of colour jitter", probability);
        Augmentation.require("brightness of colour jitter", brightness, 0, 1);
        Augmentation.require("contrast of colour jitter", contrast, 0, 1);
        Augmentation.require("saturation of colour jitter", saturation, 0, 1);
        Augmentation.require("hue of colour jitter", hue, 0, 0.5);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        return Optional.of(channels == 3 ? colour(random) : each(random, channels));
    }

    private Change colour(SplittableRandom random) {
        double b = 1 + Draw.symmetric(random, brightness);
        double c = 1 + Draw.symmetric(random, contrast);
        double s = 1 + Draw.symmetric(random, saturation);
        double h = Draw.symmetric(random, hue);
        String text =
                "colour brightness "
                        + Draw.text(b, 2)
                        + " contrast "
                        + Draw.text(c, 2)
                        + " saturation "
                        + Draw.text(s, 2)
                        + " hue "
                        + Draw.text(360 * h, 0)
                        + "°";
        ColourMatrix matrix = ColourMatrix.of(s, h);
        return new PixelChange(text, image -> matrix.apply(image, (float) b, (float) c));
    }

    private Change each(SplittableRandom random, int channels) {
        float[] b = new float[channels];
        float[] c = new float[channels];
        StringBuilder text = new StringBuilder("channel gain");
        for (int i = 0; i < channels; i++) {
            b[i] = (float) (1 + Draw.symmetric(random, brightness));
            c[i] = (float) (1 + Draw.symmetric(random, contrast));
            text.append(' ').append(Draw.text(b[i] * c[i], 2));
        }
        return new PixelChange(
                text.toString(),
                image -> {
                    int plane = image.width() * image.height();
                    for (int i = 0; i < channels; i++) {
                        float mean = Lines.mean(image.pixels(), i * plane, plane);
                        float gain = b[i] * c[i];
                        float offset = b[i] * (1 - c[i]) * mean;
                        Lines.scaled(image.pixels(), i * plane, plane, gain, offset);
                    }
                });
    }
}
