package org.dlpixel.core.score;

import java.util.Arrays;
import java.util.List;

/**
 * How the scores of a classifier are to be corrected so that it finds as much of each class in a
 * volume as there is of it.
 *
 * <p>The priors are estimated from decisions, not from probabilities, and so need no calibration:
 * with s(c) the share of the volume that is taken for class c, and r(d, c) the share of the
 * labelled pixels of class d, not trained on, that are taken for c, they are the priors under which
 * s is most likely, {@code s(c) = sum over d of prior(d) r(d, c)} (Saerens et al. 2002, section
 * 2.1; Lipton et al. 2018, "Detecting and correcting for label shift with black box predictors").
 * The background that users paint lies near the objects and is harder than the rest, and labels are
 * few; so the estimate is drawn towards s: the logarithm of their ratio shrinks by {@value #DOUBT},
 * and differences below that factor, 1.28, are none (soft thresholding; compare Azizzadenesheli et
 * al. 2019, "Regularized learning for domain adaptation under label shifts").
 *
 * <p>The offsets make the share of the volume that is taken for each class equal to its prior.
 *
 * @param found share of the volume that is taken for each class without correction
 * @param priors by class index, sum 1
 * @param offsets to be added to the scores, by class index, natural logarithm; 0 for the background
 */
public record AreaShift(List<Double> found, List<Double> priors, List<Double> offsets) {

    private static final double DOUBT = 0.25;
    private static final int ROUNDS = 20_000;
    private static final double SETTLED = 1e-9;

    public AreaShift {
        found = List.copyOf(found);
        priors = List.copyOf(priors);
        offsets = List.copyOf(offsets);
    }

    /**
     * Estimates the priors of a volume and the offsets that bring about them.
     *
     * @param outOfFold labelled pixels with probabilities of a classifier that was not trained on
     *     them
     * @param volume pixels drawn uniformly from the volume
     */
    public static AreaShift estimate(LabelledProbabilities outOfFold, PixelProbabilities volume) {
        double[] found = AreaMatch.shares(volume, new double[volume.classes()]);
        double[] likely = mostLikely(rates(outOfFold), found);
        return of(volume, shrunk(likely, found));
    }

    /**
     * The offsets that bring about given priors.
     *
     * @param volume pixels drawn uniformly from the volume
     * @param priors one per class, sum 1
     */
    public static AreaShift of(PixelProbabilities volume, double[] priors) {
        double[] wanted = ClassPriors.clamped(priors, volume.classes());
        double[] found = AreaMatch.shares(volume, new double[volume.classes()]);
        return new AreaShift(boxed(found), boxed(wanted), boxed(AreaMatch.offsets(volume, wanted)));
    }

    /** r(d, c), with half a pixel more in every cell: nothing is impossible. */
    private static double[][] rates(LabelledProbabilities pixels) {
        int classes = pixels.classes();
        double[][] rates = new double[classes][classes];
        for (double[] row : rates) {
            Arrays.fill(row, 0.5 / classes);
        }
        for (int i = 0; i < pixels.labels().length; i++) {
            if (pixels.counts(i)) {
                rates[pixels.labels()[i]][pixels.probabilities().predicted(i)]++;
            }
        }
        for (double[] row : rates) {
            double sum = Arrays.stream(row).sum();
            for (int c = 0; c < classes; c++) {
                row[c] /= sum;
            }
        }
        return rates;
    }

    /** Expectation maximisation over decisions; concave, so the start does not matter. */
    private static double[] mostLikely(double[][] rates, double[] found) {
        int classes = found.length;
        double[] priors = ClassPriors.uniform(classes);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[classes];
            for (int c = 0; c < classes; c++) {
                double total = 0;
                for (int d = 0; d < classes; d++) {
                    total += priors[d] * rates[d][c];
                }
                for (int d = 0; d < classes; d++) {
                    next[d] += found[c] * priors[d] * rates[d][c] / total;
                }
            }
            double change = 0;
            for (int c = 0; c < classes; c++) {
                change = Math.max(change, Math.abs(next[c] - priors[c]));
            }
            priors = next;
            if (change < SETTLED) {
                break;
            }
        }
        return priors;
    }

    private static double[] shrunk(double[] likely, double[] found) {
        double[] out = new double[likely.length];
        double sum = 0;
        for (int c = 0; c < out.length; c++) {
            double is = Math.max(ClassPriors.LEAST, found[c]);
            double ratio = Math.log(Math.max(ClassPriors.LEAST, likely[c]) / is);
            double certain = Math.max(0, Math.abs(ratio) - DOUBT);
            out[c] = is * Math.exp(Math.signum(ratio) * certain);
            sum += out[c];
        }
        for (int c = 0; c < out.length; c++) {
            out[c] /= sum;
        }
        return out;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
