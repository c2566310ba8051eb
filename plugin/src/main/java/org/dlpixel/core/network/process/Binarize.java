package org.dlpixel.core.network.process;

import java.util.List;

/**
 * v = 1 above the threshold, else 0.
 *
 * @param threshold one, or one per channel
 */
public record Binarize(List<Double> threshold) implements PixelStep {

    public Binarize {
        threshold = PerChannel.require("threshold of binarize", threshold);
    }

    @Override
    public void apply(float[] values, int channels) {
        int plane = values.length / channels;
        for (int c = 0; c < channels; c++) {
            double limit = PerChannel.get(threshold, c, channels);
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                values[i] = values[i] > limit ? 1 : 0;
            }
        }
    }
}
