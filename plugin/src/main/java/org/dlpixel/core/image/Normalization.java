package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How raw intensities are brought to 0..1; part of a model and the same in training and prediction.
 *
 * @param scope over which pixels the percentiles are taken
 * @param lowPercentile percentile that becomes 0, 0..100
 * @param highPercentile percentile that becomes 1, lowPercentile..100
 * @param fixed the range used when the scope is {@link Scope#FIXED}; otherwise {@link
 *     IntensityRange#UNIT}
 */
public record Normalization(
        Scope scope, double lowPercentile, double highPercentile, IntensityRange fixed) {

    /** Over which pixels percentiles are taken. */
    public enum Scope {
        /** All slices of a volume: an empty slice stays empty. */
        VOLUME,
        /** Every slice for itself. */
        SLICE,
        /**
         * Every labelled ROI for itself in training, every slice in prediction: for ROIs that look
         * alike wherever they lie. A ROI that shows only a part of what its slice shows is brighter
         * or darker in training than in prediction.
         */
        ROI,
        /** No percentiles: a range that the user states. */
        FIXED
    }

    public Normalization {
        if (!(lowPercentile >= 0 && lowPercentile < highPercentile && highPercentile <= 100)) {
            throw InvalidInput.of(
                    "percentiles",
                    lowPercentile + ", " + highPercentile,
                    "ascending and within 0..100");
        }
    }

    /** Per volume, percentiles 1 and 99.8. */
    public static Normalization defaults() {
        return new Normalization(Scope.VOLUME, 1, 99.8, IntensityRange.UNIT);
    }

    public static Normalization perSlice() {
        return new Normalization(Scope.SLICE, 1, 99.8, IntensityRange.UNIT);
    }

    public static Normalization perRoi() {
        return new Normalization(Scope.ROI, 1, 99.8, IntensityRange.UNIT);
    }

    public static Normalization fixed(IntensityRange range) {
        return new Normalization(Scope.FIXED, 1, 99.8, range);
    }

    /**
     * The intensities of an image that become 0 and 1 if only that image is known: the fixed range,
     * or the image's percentiles.
     *
     * @param pixels finite, at least one
     */
    public IntensityRange rangeOf(float[] pixels) {
        if (scope == Scope.FIXED) {
            return fixed;
        }
        double[] q =
                Quantiles.of(
                        counter -> counter.count(pixels, pixels.length),
                        lowPercentile / 100,
                        highPercentile / 100);
        return new IntensityRange(q[0], q[1]);
    }

    /**
     * What becomes 0 and 1 in one slice, or in one ROI.
     *
     * @param pixels of the slice or ROI: all channels, with those of neighbouring slices; only
     *     looked at per slice and per ROI
     * @param volume the percentiles of the whole volume; only used per volume
     * @throws InvalidInput if a pixel that is looked at is not finite
     */
    public IntensityRange range(float[] pixels, IntensityRange volume) {
        return scope == Scope.VOLUME ? volume : rangeOf(pixels);
    }
}
