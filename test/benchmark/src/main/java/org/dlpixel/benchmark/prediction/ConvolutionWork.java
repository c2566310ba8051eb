package org.dlpixel.benchmark.prediction;

import org.dlpixel.core.network.UNetSettings;

/** How much the convolutions of a residual U-Net have to compute, by their definition. */
final class ConvolutionWork {

    private static final double MULTIPLY_ADD = 2;
    private static final int KERNEL = 9;

    private final UNetSettings network;

    ConvolutionWork(UNetSettings network) {
        this.network = network;
    }

    /** Multiplications and additions per pixel of the image. */
    double perPixel() {
        double products = 0;
        int in = network.inputChannels();
        int out = network.classes();
        for (int level = 0; level < network.depth(); level++) {
            int features = network.features(level);
            boolean last = level + 1 == network.depth();
            int deeper = network.features(level + 1);
            double half = share(level + 1);
            products += half * (unit(in, features) + (double) KERNEL * in * features);
            if (last) {
                products += half * (unit(features, deeper) + (double) features * deeper);
            }
            int joined = features + (last ? deeper : features);
            products += half * KERNEL * joined * out;
            products += share(level) * KERNEL * out * out;
            in = features;
            out = features;
        }
        return MULTIPLY_ADD * products;
    }

    /** The convolutions of a residual unit, but for the one beside them. */
    private double unit(int in, int out) {
        return KERNEL * ((double) in * out + (network.residualUnits() - 1.) * out * out);
    }

    /** Pixels of a level compared with the image. */
    private static double share(int level) {
        return Math.pow(4, -level);
    }
}
