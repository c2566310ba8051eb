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
 *     third on ({@link Architecture#U_NET}: at every level, up to 512)
 * @param residualUnits convolutions per residual unit on the way down, 1..4; {@link
 *     Architecture#U_NET} has none and ignores it
 * @param dropout share of activations that are dropped in training, 0 (off) to below 1: after every
 *     normalisation, or channels on the way down of {@link Architecture#U_NET}
 * @param norm how features are normalised; none, as in old model files, is batch norm
 */
public record UNetSettings(
        Architecture architecture,
        int inputChannels,
        int classes,
        int depth,
        int baseFeatures,
        int residualUnits,
        double dropout,
        Norm norm) {

    public UNetSettings {
        if (architecture == null) {
            throw InvalidInput.of("architecture", "none", "one of the known networks");
        }
        norm = norm == null ? Norm.BATCH : norm;
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
        return new UNetSettings(Architecture.RESIDUAL_UNET, 1, 2, 3, 16, 2, 0.2, Norm.BATCH);
    }

    public UNetSettings withArchitecture(Architecture value) {
        return new UNetSettings(
                value, inputChannels, classes, depth, baseFeatures, residualUnits, dropout, norm);
    }

    public UNetSettings withInputChannels(int value) {
        return new UNetSettings(
                architecture, value, classes, depth, baseFeatures, residualUnits, dropout, norm);
    }

    public UNetSettings withClasses(int value) {
        return new UNetSettings(
                architecture,
                inputChannels,
                value,
                depth,
                baseFeatures,
                residualUnits,
                dropout,
                norm);
    }

    public UNetSettings withDepth(int value) {
        return new UNetSettings(
                architecture,
                inputChannels,
                classes,
                value,
                baseFeatures,
                residualUnits,
                dropout,
                norm);
    }

    public UNetSettings withBaseFeatures(int value) {
        return new UNetSettings(
                architecture, inputChannels, classes, depth, value, residualUnits, dropout, norm);
    }

    public UNetSettings withResidualUnits(int value) {
        return new UNetSettings(
                architecture, inputChannels, classes, depth, baseFeatures, value, dropout, norm);
    }

    public UNetSettings withDropout(double value) {
        return new UNetSettings(
                architecture,
                inputChannels,
                classes,
                depth,
                baseFeatures,
                residualUnits,
                value,
                norm);
    }

    public UNetSettings withNorm(Norm value) {
        return new UNetSettings(
                architecture,
                inputChannels,
                classes,
                depth,
                baseFeatures,
                residualUnits,
                dropout,
                value);
    }

    /** Image sides must be multiples of this: 2^depth. */
    public int sizeMultiple() {
        return 1 << depth;
    }

    /**
     * Feature channels of level 0..depth: f, f, 2f, 4f, ... for the residual U-Net, else f, 2f, 4f,
     * ...
     */
    public int features(int level) {
        return architecture.features(this, level);
    }

    /**
     * About how much memory a pixel of an image takes in prediction, on the processor, besides the
     * weights: measured with images of 2048 x 2048 pixels, rounded up.
     */
    public long bytesPerPixel(Precision precision) {
        long full = Float.BYTES * architecture.floatsPerPixel(this);
        return precision == Precision.FLOAT32 ? full : full * 5 / 8;
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
