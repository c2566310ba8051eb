package org.dlpixel.core.network.process;

/** v = 1 / (1 + exp(-v)). */
public record Sigmoid() implements PixelStep {

    @Override
    public void apply(float[] values, int channels) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
    }
}
