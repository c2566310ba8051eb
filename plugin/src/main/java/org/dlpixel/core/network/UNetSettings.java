package org.dlpixel.core.network;

import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Everything that determines the shape of the network.
 *
 * @param architecture which network
 * @param inputChannels channels of the input, 1..64
 * @param classes classes of the output, 2..127
 * @param depth how often the resolution is halved, 2..6
 * @param baseFeatures feature channels of the first level, 1..64; doubled at every level from the
 *     third on
 * @param residualUnits convolutions per residual unit on the way down, 1..4
 * @param dropout share of activations that are dropped after every normalisation in training, 0
 *     (off) to below 1
 */
public record UNetSettings(
        Architecture architecture,
        int inputChannels,
        int classes,
        int depth,
        int baseFeatures,
        int residualUnits,
        double dropout) {

    public UNetSettings {
        if (architecture == null) {
            throw InvalidInput.of("architecture", "none", "one of the known networks");
        }
        requireWithin("number of input channels", inputChannels, 1, 64);
        requireWithin("number of classes", classes, 2, LabelMask.MAX_CLASSES);
        requireWithin("depth", depth, 2, 6);
        requireWithin("number of base features", baseFeatures, 1, 64);
        requireWithin("number of residual units", residualUnits, 1, 4);
        if (!(dropout >= 0 && dropout < 1)) {
            throw InvalidInput.of("dropout", dropout, "at least 0 and below 1");
        }
    }

    /**
     * The default network: one channel, background and one class, 110 000 parameters. Small on
     * purpose: with few labels, deeper and wider networks segment unlabelled slices worse.
     */
    public static UNetSettings defaults() {
        return new UNetSettings(Architecture.RESIDUAL_UNET, 1, 2, 3, 16, 2, 0.2);
    }

    public UNetSettings withInputChannels(int value) {
        return new UNetSettings(
                architecture, value, classes, depth, baseFeatures, residualUnits, dropout);
    }

    public UNetSettings withClasses(int value) {
        return new UNetSettings(
                architecture, inputChannels, value, depth, baseFeatures, residualUnits, dropout);
    }

    public UNetSettings withDepth(int value) {
        return new UNetSettings(
                architecture, inputChannels, classes, value, baseFeatures, residualUnits, dropout);
    }

    public UNetSettings withBaseFeatures(int value) {
        return new UNetSettings(
                architecture, inputChannels, classes, depth, value, residualUnits, dropout);
    }

    public UNetSettings withResidualUnits(int value) {
        return new UNetSettings(
                architecture, inputChannels, classes, depth, baseFeatures, value, dropout);
    }

    public UNetSettings withDropout(double value) {
        return new UNetSettings(
                architecture, inputChannels, classes, depth, baseFeatures, residualUnits, value);
    }

    /** Image sides must be multiples of this: 2^depth. */
    public int sizeMultiple() {
        return 1 << depth;
    }

    /** Feature channels of level 0..depth: f, f, 2f, 4f, ... */
    public int features(int level) {
        return baseFeatures << Math.max(0, level - 1);
    }

    /** Number of trained values. */
    public long parameterCount() {
        return NetworkScript.inference(this).tensors().stream()
                .filter(spec -> spec.isParameter())
                .mapToLong(spec -> spec.size())
                .sum();
    }

    private static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw InvalidInput.of(name, value, "between " + min + " and " + max);
        }
    }
}
