package org.dlpixel.core.score;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a classifier is right when it is so and so sure (Guo et al. 2017, "On calibration of
 * modern neural networks").
 *
 * <p>The confidence of a pixel is the probability of its most probable class. Pixels are put into
 * {@value #BINS} bins of equal width, the m-th of which holds confidences in ((m - 1) / 15, m /
 * 15]; the expected calibration error is
 *
 * <pre>
 * ECE = sum over bins of share * |accuracy - mean confidence|
 * </pre>
 *
 * @param bins by confidence, ascending
 * @param error expected calibration error, 0..1
 */
public record Reliability(List<Reliability.Bin> bins, double error) {

    /** Number of bins. */
    public static final int BINS = 15;

    /**
     * Pixels of similar confidence.
     *
     * @param from least confidence, exclusive
     * @param to highest confidence, inclusive
     * @param share of the pixels' weight that falls in this bin, 0..1
     * @param confidence its mean; NaN without pixels
     * @param accuracy share of pixels with the right class; NaN without pixels
     */
    public record Bin(double from, double to, double share, double confidence, double accuracy) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Counts labelled pixels.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if there is none
     */
    public static Reliability of(LabelledProbabilities pixels) {
        pixels.requireLabels();
        PixelProbabilities probabilities = pixels.probabilities();
        double[] weights = pixels.meanOneWeights();
        double[] sum = new double[BINS];
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < weights.length; i++) {
            int predicted = probabilities.predicted(i);
            double sure = probabilities.at(i, predicted);
            int bin = Math.min(BINS - 1, (int) Math.ceil(sure * BINS) - 1);
            sum[bin] += weights[i];
            confidence[bin] += weights[i] * sure;
            right[bin] += predicted == pixels.labels()[i] ? weights[i] : 0;
        }
        return of(sum, confidence, right, pixels.labelled());
    }

    private static Reliability of(double[] sum, double[] confidence, double[] right, double total) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int b = 0; b < BINS; b++) {
            double share = sum[b] / total;
            Bin bin =
                    new Bin(
                            (double) b / BINS,
                            (b + 1.0) / BINS,
                            share,
                            confidence[b] / sum[b],
                            right[b] / sum[b]);
            error += sum[b] > 0 ? share * Math.abs(bin.accuracy - bin.confidence) : 0;
            bins.add(bin);
        }
        return new Reliability(bins, error);
    }
}
