package org.dlpixel.core.score;

import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What a classifier thinks of some pixels.
 *
 * <p>{@code values[i * classes + c]} is the probability of class c in pixel i; the classes of a
 * pixel sum to 1. The array is shared, not copied.
 *
 * @param classes 2..127
 * @param values at least one pixel, each value within 0..1
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
public record PixelProbabilities(int classes, float[] values) {

    /** Probabilities below this are taken for it: certainty is never absolute. */
    static final double LEAST = 1e-7;

    private static final double TOLERANCE = 1e-3;

    public PixelProbabilities {
        if (classes < 2 || classes > LabelMask.MAX_CLASSES) {
            throw InvalidInput.of("number of classes", classes, "2.." + LabelMask.MAX_CLASSES);
        }
        if (values.length == 0 || values.length % classes != 0) {
            throw InvalidInput.of(
                    "number of probabilities",
                    values.length,
                    "a multiple of the number of classes, " + classes + ", and at least that");
        }
        for (int i = 0; i < values.length; i += classes) {
            requireDistribution(values, i, classes);
        }
    }

    /**
     * The softmax of scores of the same layout.
     *
     * @throws InvalidInput if a score is not finite
     */
    public static PixelProbabilities ofLogits(int classes, float[] logits) {
        float[] out = new float[logits.length];
        double[] pixel = new double[classes];
        for (int i = 0; i + classes <= logits.length; i += classes) {
            for (int c = 0; c < classes; c++) {
                pixel[c] = logits[i + c];
            }
            softmax(pixel, out, i);
        }
        return new PixelProbabilities(classes, out);
    }

    public int pixels() {
        return values.length / classes;
    }

    public float at(int pixel, int c) {
        return values[pixel * classes + c];
    }

    /** Natural logarithm of a probability, at least that of 1e-7. */
    double log(int pixel, int c) {
        return Math.log(Math.max(at(pixel, c), LEAST));
    }

    /** The most probable class; of several the first. */
    public int predicted(int pixel) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = at(pixel, c) > at(pixel, best) ? c : best;
        }
        return best;
    }

    /**
     * The class with the highest corrected score, log probability + offset; of several the first.
     *
     * @param offsets one per class, natural logarithm
     */
    public int predicted(int pixel, double[] offsets) {
        int best = 0;
        double highest = log(pixel, 0) + offsets[0];
        for (int c = 1; c < classes; c++) {
            double score = log(pixel, c) + offsets[c];
            if (score > highest) {
                highest = score;
                best = c;
            }
        }
        return best;
    }

    /**
     * These probabilities at another temperature: softmax(log p / T).
     *
     * @param temperature above 0; above 1 makes them less certain
     */
    public PixelProbabilities atTemperature(double temperature) {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw InvalidInput.of("temperature", temperature, "above 0 and finite");
        }
        float[] out = new float[values.length];
        double[] pixel = new double[classes];
        for (int i = 0; i < pixels(); i++) {
            for (int c = 0; c < classes; c++) {
                pixel[c] = log(i, c) / temperature;
            }
            softmax(pixel, out, i * classes);
        }
        return new PixelProbabilities(classes, out);
    }

    private static void softmax(double[] scores, float[] out, int from) {
        double highest = scores[0];
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - highest);
        }
        for (int c = 0; c < scores.length; c++) {
            out[from + c] = (float) (Math.exp(scores[c] - highest) / sum);
        }
    }

    private static void requireDistribution(float[] values, int from, int classes) {
        double sum = 0;
        for (int i = from; i < from + classes; i++) {
            if (!(values[i] >= 0 && values[i] <= 1 + TOLERANCE)) {
                throw InvalidInput.of(
                        "probability in pixel " + from / classes, values[i], "within 0..1");
            }
            sum += values[i];
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw InvalidInput.of("sum of the probabilities of pixel " + from / classes, sum, "1");
        }
    }
}
