package org.dlpixel.core.score;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.score.PriorShift.Candidate;

/**
 * Decides how much of a label shift is corrected: the strength whose Dice is expected to be the
 * highest in the volume.
 *
 * <p>Of every strength the labelled pixels tell how often a pixel of class d is taken for c, r(d,
 * c). With the priors of the volume, class c is found in the share s(c) = sum over d of prior(d)
 * r(d, c) of its pixels, and
 *
 * <pre>
 * expected Dice(c) = 2 prior(c) r(c, c) / (s(c) + prior(c))
 * </pre>
 *
 * <p>The mean over the labelled foreground classes counts, less {@value #PRICE} times the strength:
 * labels avoid edges, where a correction costs most, so what it promises on them is too much. Of
 * strengths that differ by less than {@value #TIE} the smallest wins; without labels of the
 * background or of any other class nothing is corrected.
 */
final class ShiftGate {

    private static final double[] STRENGTHS = {0, 0.25, 0.5, 0.75, 1};
    private static final double PRICE = 0.02;
    private static final double TIE = 1e-3;

    private final LabelledProbabilities pixels;
    private final double[] priors;
    private final List<Candidate> candidates;

    /**
     * @param priors of the volume
     * @param offsets full correction
     */
    ShiftGate(LabelledProbabilities pixels, double[] priors, double[] offsets) {
        this.pixels = pixels;
        this.priors = priors;
        List<Candidate> all = new ArrayList<>();
        for (double strength : STRENGTHS) {
            double[] scaled = offsets.clone();
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] *= strength;
            }
            all.add(new Candidate(strength, expectedDice(scaled)));
        }
        this.candidates = List.copyOf(all);
    }

    List<Candidate> candidates() {
        return candidates;
    }

    double strength() {
        Candidate best = candidates.get(0);
        for (Candidate candidate : candidates) {
            if (worth(candidate) > worth(best) + TIE) {
                best = candidate;
            }
        }
        return best.strength();
    }

    private static double worth(Candidate candidate) {
        return candidate.expectedDice() - PRICE * candidate.strength();
    }

    private double expectedDice(double[] offsets) {
        int classes = priors.length;
        double[][] rates = rates(offsets);
        if (Double.isNaN(rates[0][0])) {
            return Double.NaN;
        }
        double sum = 0;
        int known = 0;
        for (int c = 1; c < classes; c++) {
            if (!Double.isNaN(rates[c][c])) {
                sum += 2 * priors[c] * rates[c][c] / (share(rates, c) + priors[c]);
                known++;
            }
        }
        return sum / known;
    }

    private double share(double[][] rates, int c) {
        double share = 0;
        for (int d = 0; d < priors.length; d++) {
            share += Double.isNaN(rates[d][c]) ? 0 : priors[d] * rates[d][c];
        }
        return share;
    }

    /** Share of the labelled pixels of class d that are taken for c; NaN if there is none of d. */
    private double[][] rates(double[] offsets) {
        double[][] rates = new double[priors.length][priors.length];
        double[] sums = new double[priors.length];
        for (int i = 0; i < pixels.labels().length; i++) {
            if (pixels.counts(i)) {
                int label = pixels.labels()[i];
                rates[label][pixels.probabilities().predicted(i, offsets)] += pixels.weights()[i];
                sums[label] += pixels.weights()[i];
            }
        }
        for (int d = 0; d < rates.length; d++) {
            for (int c = 0; c < rates.length; c++) {
                rates[d][c] /= sums[d];
            }
        }
        return rates;
    }
}
