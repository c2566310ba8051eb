package org.dlpixel.core.score;

import java.util.Arrays;

/**
 * Offsets that make every class win as many pixels as it should.
 *
 * <p>Class by class, over and over, the offset of a class is set so that it wins its share against
 * the others as they are: the quantile of how much its score lacks. The background's offset stays
 * 0.
 */
final class AreaMatch {

    private static final int ROUNDS = 12;
    private static final double FARTHEST = 12;

    private AreaMatch() {}

    /** Share of the pixels that each class wins. */
    static double[] shares(PixelProbabilities pixels, double[] offsets) {
        double[] shares = new double[pixels.classes()];
        for (int i = 0; i < pixels.pixels(); i++) {
            shares[pixels.predicted(i, offsets)] += 1.0 / pixels.pixels();
        }
        return shares;
    }

    /** The offsets, natural logarithm, by class; within +-12. */
    static double[] offsets(PixelProbabilities pixels, double[] wanted) {
        double[] offsets = new double[pixels.classes()];
        int rounds = pixels.classes() == 2 ? 1 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            for (int c = 1; c < offsets.length; c++) {
                offsets[c] = offset(pixels, offsets, c, wanted[c]);
            }
        }
        return offsets;
    }

    private static double offset(PixelProbabilities pixels, double[] offsets, int c, double share) {
        double[] lack = new double[pixels.pixels()];
        for (int i = 0; i < lack.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int d = 0; d < offsets.length; d++) {
                best = d == c ? best : Math.max(best, pixels.log(i, d) + offsets[d]);
            }
            lack[i] = best - pixels.log(i, c);
        }
        Arrays.sort(lack);
        int winners = (int) Math.round(share * lack.length);
        double last = lack[Math.max(0, winners - 1)];
        double first = lack[Math.min(lack.length - 1, winners)];
        return Math.max(-FARTHEST, Math.min(FARTHEST, (last + first) / 2));
    }
}
