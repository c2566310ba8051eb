package org.dlpixel.core.forest;

/** Weights of a sampled Gaussian. */
final class Gaussian {

    private Gaussian() {}

    /**
     * The weights of the centre and of one side, normalised so that centre + 2 * side = 1.
     *
     * @param sigma standard deviation in samples, above 0
     * @param radius samples on the side, at least 0
     */
    static float[] half(double sigma, int radius) {
        double[] weights = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            weights[i] = Math.exp(-0.5 * i * i / (sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        float[] half = new float[radius + 1];
        for (int i = 0; i <= radius; i++) {
            half[i] = (float) (weights[i] / sum);
        }
        return half;
    }
}
