package org.dlpixel.core.network.process;

/**
 * One step of processing. Formulas are those of the bioimage.io specification 0.5; percentiles,
 * means and variances are taken over the image at hand.
 */
public sealed interface PixelStep
        permits Binarize, Clip, ScaleLinear, ScaleRange, Sigmoid, Softmax, ZeroMeanUnitVariance {

    /**
     * Processes one image in place.
     *
     * @param values (channels, H, W)
     */
    void apply(float[] values, int channels);
}
