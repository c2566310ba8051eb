package org.dlpixel.core.network;

import java.util.Map;

/**
 * A convolution with the batch norm behind it in one: in prediction both are linear. Computed in
 * double precision, rounded once.
 *
 * <pre>
 * weight'[o] = weight[o] * s[o],  bias'[o] = (bias[o] - mean[o]) * s[o] + beta[o],
 * s[o] = gamma[o] / sqrt(variance[o] + epsilon)
 * </pre>
 */
final class FoldedConvolution {

    private final float[] weight;
    private final float[] bias;

    private FoldedConvolution(float[] weight, float[] bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /** (out, in, kernel, kernel), of a transposed convolution (in, out, kernel, kernel). */
    float[] weight() {
        return weight;
    }

    /** (out). */
    float[] bias() {
        return bias;
    }

    /** With weights and biases of one's own. */
    static FoldedConvolution of(float[] weight, float[] bias) {
        return new FoldedConvolution(weight, bias);
    }

    /** Without a norm behind it. */
    static FoldedConvolution plain(Map<String, float[]> state, String key) {
        return new FoldedConvolution(state.get(key + ".weight"), state.get(key + ".bias"));
    }

    /**
     * @param norm key of the batch norm
     */
    static FoldedConvolution of(Map<String, float[]> state, String key, String norm) {
        return fold(plain(state, key), state, norm, false);
    }

    /**
     * @param norm key of the batch norm
     */
    static FoldedConvolution transposed(Map<String, float[]> state, String key, String norm) {
        return fold(plain(state, key), state, norm, true);
    }

    private static FoldedConvolution fold(
            FoldedConvolution plain, Map<String, float[]> state, String norm, boolean transposed) {
        float[] gamma = state.get(norm + ".weight");
        float[] beta = state.get(norm + ".bias");
        float[] mean = state.get(norm + ".running_mean");
        float[] variance = state.get(norm + ".running_var");
        int out = plain.bias.length;
        double[] scale = new double[out];
        float[] bias = new float[out];
        for (int o = 0; o < out; o++) {
            scale[o] = gamma[o] / Math.sqrt(variance[o] + NetworkBuilder.EPSILON);
            bias[o] = (float) (((double) plain.bias[o] - mean[o]) * scale[o] + beta[o]);
        }
        float[] weight = new float[plain.weight.length];
        int kernel = NetworkBuilder.KERNEL * NetworkBuilder.KERNEL;
        int perOutput = transposed ? kernel : weight.length / out;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (plain.weight[i] * scale[i / perOutput % out]);
        }
        return new FoldedConvolution(weight, bias);
    }
}
