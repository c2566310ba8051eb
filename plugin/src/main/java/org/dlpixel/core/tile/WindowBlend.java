package org.dlpixel.core.tile;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;

/**
 * Blends overlapping windows: out = sum(window * importance) / sum(importance), per channel, on
 * logits.
 */
public final class WindowBlend {

    private final FloatImage sum;
    private final float[] weight;

    /** An empty canvas of the padded slice's size. */
    public WindowBlend(int width, int height, int channels) {
        this.sum = FloatImage.zeros(width, height, channels);
        this.weight = new float[width * height];
    }

    /**
     * Adds a window.
     *
     * @param window where it lies
     * @param values (C, window height, window width)
     * @param importance (window height, window width)
     */
    public void add(Roi window, float[] values, float[] importance) {
        window.requireInside(sum.width(), sum.height());
        int size = window.width() * window.height();
        for (int i = 0; i < size; i++) {
            int x = window.xStart() + i % window.width();
            int y = window.yStart() + i / window.width();
            int at = y * sum.width() + x;
            weight[at] += importance[i];
            for (int c = 0; c < sum.channels(); c++) {
                sum.pixels()[c * weight.length + at] += values[c * size + i] * importance[i];
            }
        }
    }

    /** The blended part of the canvas, copied; every pixel of it must be in some window. */
    public FloatImage result(Roi part) {
        FloatImage out = sum.crop(part);
        float[] norm = new FloatImage(sum.width(), sum.height(), 1, weight).crop(part).pixels();
        for (int i = 0; i < out.pixels().length; i++) {
            out.pixels()[i] /= norm[i % norm.length];
        }
        return out;
    }
}
