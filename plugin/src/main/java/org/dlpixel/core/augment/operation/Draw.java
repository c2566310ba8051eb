package org.dlpixel.core.augment.operation;

import java.util.Locale;
import java.util.SplittableRandom;

/** Numbers drawn from ranges, the same on every platform, and how they are written. */
public final class Draw {

    private Draw() {}

    /** Uniform from [-limit, limit). */
    public static double symmetric(SplittableRandom random, double limit) {
        return limit * (2 * random.nextDouble() - 1);
    }

    /** Uniform from [low, high). */
    public static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From [low, high), its logarithm uniform; both above 0. */
    public static double logarithmic(SplittableRandom random, double low, double high) {
        return low * StrictMath.exp(StrictMath.log(high / low) * random.nextDouble());
    }

    /** A number as texts show it, with that many decimals and a point. */
    public static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
