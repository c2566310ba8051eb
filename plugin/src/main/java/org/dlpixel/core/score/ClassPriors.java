package org.dlpixel.core.score;

import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How frequent the classes are in a volume of which only a classifier's opinion is known (Saerens,
 * Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori
 * probabilities: a simple procedure").
 *
 * <p>From the training priors t as a start, until nothing changes any more:
 *
 * <pre>
 * q[i][c] = p[i][c] prior[c] / t[c], normalised over c
 * prior[c] = mean over pixels of q[i][c]
 * </pre>
 *
 * <p>The likelihood is concave in the priors, so the result does not depend on the start. It is
 * right if the classifier is calibrated and classes look in the volume as in the labels; a
 * classifier that is too sure of itself underestimates rare classes.
 */
public final class ClassPriors {

    /** No class is rarer than this. */
    public static final double LEAST = 1e-4;

    private static final int MOST_ROUNDS = 2000;
    private static final double SETTLED = 1e-7;
    private static final double TOLERANCE = 1e-3;

    private ClassPriors() {}

    /**
     * Estimates the priors of a volume.
     *
     * @param sample pixels drawn uniformly from the volume
     * @param training priors under which the classifier's probabilities hold: the label frequencies
     *     if it was trained on all pixels alike, {@link #uniform} if classes were balanced
     * @return one per class, sum 1, each at least {@link #LEAST}
     */
    public static double[] estimate(PixelProbabilities sample, double[] training) {
        double[] start = clamped(training, sample.classes());
        double[] priors = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = step(sample, priors, start);
            double change = change(priors, next);
            priors = next;
            if (change < SETTLED) {
                break;
            }
        }
        return clamped(priors, sample.classes());
    }

    /** The same prior for every class: what balanced sampling and a balanced loss amount to. */
    public static double[] uniform(int classes) {
        double[] priors = new double[classes];
        Arrays.fill(priors, 1.0 / classes);
        return priors;
    }

    /**
     * Priors with sum 1, none of them below {@link #LEAST}.
     *
     * @throws InvalidInput if there is not one per class, one is not within 0..1 or their sum is
     *     not 1
     */
    static double[] clamped(double[] priors, int classes) {
        if (priors.length != classes) {
            throw InvalidInput.of(
                    "number of class priors", priors.length, "that of the classes, " + classes);
        }
        double sum = 0;
        for (double prior : priors) {
            if (!(prior >= 0 && prior <= 1 + TOLERANCE)) {
                throw InvalidInput.of("class prior", prior, "within 0..1");
            }
            sum += prior;
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw InvalidInput.of("sum of the class priors", sum, "1");
        }
        double[] out = new double[classes];
        double raised = 0;
        double kept = 0;
        for (double prior : priors) {
            raised += prior < LEAST ? LEAST : 0;
            kept += prior < LEAST ? 0 : prior;
        }
        for (int c = 0; c < classes; c++) {
            out[c] = priors[c] < LEAST ? LEAST : priors[c] * (1 - raised) / kept;
        }
        return out;
    }

    private static double[] step(PixelProbabilities sample, double[] priors, double[] training) {
        int classes = priors.length;
        double[] ratio = new double[classes];
        for (int c = 0; c < classes; c++) {
            ratio[c] = priors[c] / training[c];
        }
        double[] sum = new double[classes];
        double[] pixel = new double[classes];
        float[] values = sample.values();
        for (int i = 0; i < values.length; i += classes) {
            double total = 0;
            for (int c = 0; c < classes; c++) {
                pixel[c] = Math.max(values[i + c], PixelProbabilities.LEAST) * ratio[c];
                total += pixel[c];
            }
            for (int c = 0; c < classes; c++) {
                sum[c] += pixel[c] / total;
            }
        }
        for (int c = 0; c < classes; c++) {
            sum[c] /= sample.pixels();
        }
        return sum;
    }

    private static double change(double[] one, double[] other) {
        double most = 0;
        for (int c = 0; c < one.length; c++) {
            most = Math.max(most, Math.abs(one[c] - other[c]));
        }
        return most;
    }
}
