package org.dlpixel.core.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What a classifier thinks of pixels whose class is known.
 *
 * @param probabilities of all pixels
 * @param labels class index of each pixel, or {@link LabelMask#IGNORE}
 * @param weights of each pixel, finite and not negative; only their ratios matter
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
public record LabelledProbabilities(
        PixelProbabilities probabilities, byte[] labels, double[] weights) {

    public LabelledProbabilities {
        requireLength("labels", labels.length, probabilities);
        requireLength("weights", weights.length, probabilities);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < LabelMask.IGNORE || labels[i] >= probabilities.classes()) {
                throw InvalidInput.of(
                        "class index of pixel " + i,
                        labels[i],
                        "below the number of classes, " + probabilities.classes());
            }
            if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
                throw InvalidInput.of("weight of pixel " + i, weights[i], "finite and not below 0");
            }
        }
    }

    /** Pixels that all count the same. */
    public static LabelledProbabilities of(PixelProbabilities probabilities, byte[] labels) {
        double[] weights = new double[labels.length];
        Arrays.fill(weights, 1);
        return new LabelledProbabilities(probabilities, labels, weights);
    }

    /**
     * Pixels of several regions, each of which counts as the square root of its labelled pixels.
     *
     * <p>Neighbouring pixels say nearly the same: counted by pixels, one region painted all over
     * would decide alone; counted by regions, five pixels would weigh as much as thousands. The
     * square root lies between.
     *
     * @param groups the region of each pixel, any number
     */
    public static LabelledProbabilities ofRegions(
            PixelProbabilities probabilities, byte[] labels, int[] groups) {
        requireLength("regions of pixels", groups.length, probabilities);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int i = 0; i < Math.min(groups.length, labels.length); i++) {
            if (labels[i] != LabelMask.IGNORE) {
                sizes.merge(groups[i], 1, Integer::sum);
            }
        }
        double[] weights = new double[labels.length];
        for (int i = 0; i < weights.length; i++) {
            if (labels[i] != LabelMask.IGNORE) {
                weights[i] = 1 / Math.sqrt(sizes.get(groups[i]));
            }
        }
        return new LabelledProbabilities(probabilities, labels, weights);
    }

    public int classes() {
        return probabilities.classes();
    }

    /** These pixels with the probabilities at another temperature. */
    public LabelledProbabilities atTemperature(double temperature) {
        return new LabelledProbabilities(probabilities.atTemperature(temperature), labels, weights);
    }

    /** Labelled pixels that count. */
    public int labelled() {
        int n = 0;
        for (int i = 0; i < labels.length; i++) {
            n += counts(i) ? 1 : 0;
        }
        return n;
    }

    boolean counts(int pixel) {
        return labels[pixel] != LabelMask.IGNORE && weights[pixel] > 0;
    }

    /** Raises {@link InvalidInput} if nothing is labelled. */
    void requireLabels() {
        if (labelled() == 0) {
            throw InvalidInput.of("number of labelled pixels", 0, "at least 1");
        }
    }

    /** Weights scaled so that those of the labelled pixels are 1 in the mean; 0 without label. */
    double[] meanOneWeights() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += counts(i) ? weights[i] : 0;
        }
        double scale = labelled() / sum;
        double[] out = new double[labels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = counts(i) ? weights[i] * scale : 0;
        }
        return out;
    }

    private static void requireLength(String name, int length, PixelProbabilities probabilities) {
        if (length != probabilities.pixels()) {
            throw InvalidInput.of(
                    "number of " + name,
                    length,
                    "that of the pixels with probabilities, " + probabilities.pixels());
        }
    }
}
