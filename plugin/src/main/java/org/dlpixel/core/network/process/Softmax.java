package org.dlpixel.core.network.process;

/** v[c] = exp(v[c]) / sum of exp(v) over the channels, pixel by pixel. */
public record Softmax() implements PixelStep {

    @Override
    public void apply(float[] values, int channels) {
        int plane = values.length / channels;
        for (int i = 0; i < plane; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < channels; c++) {
                max = Math.max(max, values[c * plane + i]);
            }
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += Math.exp(values[c * plane + i] - max);
            }
            for (int c = 0; c < channels; c++) {
                int at = c * plane + i;
                values[at] = (float) (Math.exp(values[at] - max) / sum);
            }
        }
    }
}
