package org.dlpixel.core.augment.intensity;

import java.util.stream.IntStream;

/**
 * Powers in single precision, the same on every platform: those of {@link StrictMath#pow}, rounded.
 *
 * <p>That is slow, so an estimate is taken where every number that it may stand for is rounded to
 * the same float. {@link Math#exp}, {@link Math#pow} and {@link StrictMath#log} err by at most one
 * unit in the last place, products by half a one; exponents here stay below 100, so that estimates
 * are right to 5e-14.
 */
final class Powers {

    private static final double ERROR = 1e-13;

    private static final int STEPS = 2048;

    /** Logarithms of i / STEPS. */
    private static final double[] LOGARITHMS =
            IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(i -> StrictMath.log((double) i / STEPS))
                    .toArray();

    private Powers() {}

    /** Powers of the numbers i / {@value #STEPS}, from 0 to 1. */
    static float[] table(double exponent) {
        double ofTwo = StrictMath.pow(2, exponent);
        double ofThree = StrictMath.pow(3, exponent);
        double[] estimates = new double[STEPS + 1];
        float[] table = new float[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            if (i % 2 == 0) {
                estimates[i] = estimates[i / 2] * ofTwo;
            } else if (i % 3 == 0) {
                estimates[i] = estimates[i / 3] * ofThree;
            } else {
                estimates[i] = Math.exp(exponent * LOGARITHMS[i]);
            }
            table[i] = rounded(estimates[i], (double) i / STEPS, exponent);
        }
        return table;
    }

    /** The power of a positive number. */
    static float of(float base, double exponent) {
        return rounded(Math.pow(base, exponent), base, exponent);
    }

    private static float rounded(double estimate, double base, double exponent) {
        float low = (float) (estimate * (1 - ERROR));
        return low == (float) (estimate * (1 + ERROR))
                ? low
                : (float) StrictMath.pow(base, exponent);
    }
}
