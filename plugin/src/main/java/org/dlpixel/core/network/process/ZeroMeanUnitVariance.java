package org.dlpixel.core.network.process;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * v = (v - mean) / (standard deviation + epsilon), both of the image (the deviation of a whole
 * population: divided by the number of pixels).
 *
 * @param epsilon above 0
 * @param perChannel each channel by its own mean and deviation
 */
public record ZeroMeanUnitVariance(double epsilon, boolean perChannel) implements PixelStep {

    public ZeroMeanUnitVariance {
        if (!(epsilon > 0)) {
            throw InvalidInput.of("eps of zero_mean_unit_variance", epsilon, "above 0");
        }
    }

    @Override
    public void apply(float[] values, int channels) {
        Parts.each(values, perChannel ? channels : 1, this::standardise);
    }

    private void standardise(float[] part) {
        double sum = 0;
        for (float v : part) {
            sum += v;
        }
        double mean = sum / part.length;
        double squares = 0;
        for (float v : part) {
            squares += (v - mean) * (v - mean);
        }
        double gain = 1 / (Math.sqrt(squares / part.length) + epsilon);
        for (int i = 0; i < part.length; i++) {
            part[i] = (float) ((part[i] - mean) * gain);
        }
    }
}
