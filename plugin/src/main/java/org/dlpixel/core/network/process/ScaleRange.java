package org.dlpixel.core.network.process;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Quantiles;

/**
 * v = (v - low) / (high - low + epsilon), where low and high are percentiles of the image (numpy's
 * linear definition).
 *
 * @param lowPercentile 0..100
 * @param highPercentile lowPercentile..100
 * @param epsilon above 0
 * @param perChannel each channel by its own percentiles
 */
public record ScaleRange(
        double lowPercentile, double highPercentile, double epsilon, boolean perChannel)
        implements PixelStep {

    public ScaleRange {
        if (!(lowPercentile >= 0 && lowPercentile < highPercentile && highPercentile <= 100)) {
            throw InvalidInput.of(
                    "percentiles of scale_range",
                    lowPercentile + ", " + highPercentile,
                    "ascending and within 0..100");
        }
        if (!(epsilon > 0)) {
            throw InvalidInput.of("eps of scale_range", epsilon, "above 0");
        }
    }

    @Override
    public void apply(float[] values, int channels) {
        Parts.each(values, perChannel ? channels : 1, this::scale);
    }

    private void scale(float[] part) {
        double[] q =
                Quantiles.of(
                        counter -> counter.count(part, part.length),
                        lowPercentile / 100,
                        highPercentile / 100);
        double gain = 1 / (q[1] - q[0] + epsilon);
        for (int i = 0; i < part.length; i++) {
            part[i] = (float) ((part[i] - q[0]) * gain);
        }
    }
}
