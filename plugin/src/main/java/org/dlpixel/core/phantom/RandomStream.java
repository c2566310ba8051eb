package org.dlpixel.core.phantom;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and Java version: only 64-bit words are taken
 * from the generator, and only strictly defined mathematics turns them into numbers.
 */
final class RandomStream {

    private static final double LARGEST_MEAN_AT_ONCE = 20;

    private final SplittableRandom words;

    RandomStream(long seed) {
        this(new SplittableRandom(seed));
    }

    private RandomStream(SplittableRandom words) {
        this.words = words;
    }

    /** A stream of its own: what is drawn from it does not change what this one gives. */
    RandomStream split() {
        return new RandomStream(words.split());
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (words.nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform in 0..bound-1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Marsaglia's polar method. */
    double gaussian() {
        while (true) {
            double u = uniform(-1, 1);
            double v = uniform(-1, 1);
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Poisson, by Knuth's product of uniforms; large means as a sum of small ones. */
    int poisson(double mean) {
        int count = 0;
        double rest = mean;
        while (rest > LARGEST_MEAN_AT_ONCE) {
            count += smallPoisson(LARGEST_MEAN_AT_ONCE);
            rest -= LARGEST_MEAN_AT_ONCE;
        }
        return count + smallPoisson(rest);
    }

    private int smallPoisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }
}
