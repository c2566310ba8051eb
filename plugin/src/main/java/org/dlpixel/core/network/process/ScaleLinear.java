package org.dlpixel.core.network.process;

import java.util.List;

/**
 * v = gain * v + offset.
 *
 * @param gain one, or one per channel
 * @param offset one, or one per channel
 */
public record ScaleLinear(List<Double> gain, List<Double> offset) implements PixelStep {

    public ScaleLinear {
        gain = PerChannel.require("gain of scale_linear", gain);
        offset = PerChannel.require("offset of scale_linear", offset);
    }

    @Override
    public void apply(float[] values, int channels) {
        int plane = values.length / channels;
        for (int c = 0; c < channels; c++) {
            double a = PerChannel.get(gain, c, channels);
            double b = PerChannel.get(offset, c, channels);
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                values[i] = (float) (a * values[i] + b);
            }
        }
    }
}
