package org.dlpixel.core.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Confidence intervals by resampling whole groups, e.g. ROIs: pixels of one group resemble each
 * other, so that resampling pixels would promise too much.
 *
 * <p>Every draw takes as many groups as there are, with replacement, and scores their pooled
 * counts. The interval reaches from the 2.5th to the 97.5th percentile of the scores (percentile
 * interval, Efron and Tibshirani 1993, chapter 13). With few groups it is too narrow: take it for a
 * lower bound of the uncertainty.
 *
 * @param draws 100..1000000
 * @param seed of the draws
 */
public record Bootstrap(int draws, long seed) {

    /** Two-sided share of scores inside. */
    public static final double CONFIDENCE = 0.95;

    public Bootstrap {
        if (draws < 100 || draws > 1_000_000) {
            throw InvalidInput.of("number of bootstrap draws", draws, "between 100 and 1000000");
        }
    }

    /** 2000 draws. */
    public static Bootstrap defaults() {
        return new Bootstrap(2000, 1);
    }

    /** The interval of the Dice of every class; see {@link #intervals}. */
    public List<Optional<ConfidenceInterval>> dice(List<ConfusionMatrix> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<ToDoubleFunction<ConfusionMatrix>> scores = new ArrayList<>();
        for (int c = 0; c < groups.get(0).classes(); c++) {
            int index = c;
            scores.add(matrix -> matrix.dice(index));
        }
        return intervals(groups, scores);
    }

    /**
     * The intervals of several scores, from the same draws.
     *
     * @param groups counts of each group, of as many classes
     * @param scores of pooled counts; NaN, where undefined, is left out
     * @return by score; empty with fewer than two groups, or if the score is never defined
     */
    public List<Optional<ConfidenceInterval>> intervals(
            List<ConfusionMatrix> groups, List<ToDoubleFunction<ConfusionMatrix>> scores) {
        double[][] drawn = new double[scores.size()][groups.size() < 2 ? 0 : draws];
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < draws && groups.size() > 1; draw++) {
            ConfusionMatrix pooled = new ConfusionMatrix(groups.get(0).classes());
            for (int i = 0; i < groups.size(); i++) {
                pooled.merge(groups.get(random.nextInt(groups.size())));
            }
            for (int s = 0; s < drawn.length; s++) {
                drawn[s][draw] = scores.get(s).applyAsDouble(pooled);
            }
        }
        return Arrays.stream(drawn).map(Bootstrap::interval).toList();
    }

    private static Optional<ConfidenceInterval> interval(double[] scores) {
        double[] sorted = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double tail = (1 - CONFIDENCE) / 2;
        return Optional.of(
                new ConfidenceInterval(quantile(sorted, tail), quantile(sorted, 1 - tail)));
    }

    /** Linear between neighbours (type 7 of Hyndman and Fan 1996). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
