package org.dlpixel.core.augment.intensity;

/**
 * A fast stream of random numbers for pixels, the same on every platform: SplitMix64 (Steele, Lea
 * and Flood 2014), four numbers of 16 bits from each step.
 *
 * <p>Normal deviates are looked up in a table of 65536 quantiles: their distribution function is
 * exact to 8e-6, mean 0, variance 1, none beyond 4.4.
 */
final class Noise {

    /** Quantiles of the normal distribution, as many as numbers of 16 bits. */
    private static final float[] NORMAL = quantiles(1 << 16);

    private long state;
    private long bits;
    private int left;

    Noise(long seed) {
        state = seed;
    }

    /** The next normal deviate. */
    float normal() {
        return NORMAL[next16()];
    }

    /** The next number from (0, 1), of 32 bits. */
    float uniform() {
        int high = next16();
        return ((high << 8 | next16() >>> 8) + 0.5f) * 0x1p-24f;
    }

    private int next16() {
        if (left == 0) {
            state += 0x9E3779B97F4A7C15L;
            bits = mix(state);
            left = 4;
        }
        int low = (int) bits & 0xFFFF;
        bits >>>= 16;
        left--;
        return low;
    }

    /** Adds {@code deviation} times a normal deviate to every value. */
    void add(float[] pixels, float deviation) {
        int whole = pixels.length & ~3;
        long s = state;
        for (int i = 0; i < whole; i += 4) {
            s += 0x9E3779B97F4A7C15L;
            long z = mix(s);
            pixels[i] += deviation * NORMAL[(int) z & 0xFFFF];
            pixels[i + 1] += deviation * NORMAL[(int) (z >>> 16) & 0xFFFF];
            pixels[i + 2] += deviation * NORMAL[(int) (z >>> 32) & 0xFFFF];
            pixels[i + 3] += deviation * NORMAL[(int) (z >>> 48)];
        }
        state = s;
        for (int i = whole; i < pixels.length; i++) {
            pixels[i] += deviation * normal();
        }
    }

    private static long mix(long s) {
        long z = (s ^ (s >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Quantiles at (i + 0.5) / n, by integrating the density from the median upwards. */
    private static float[] quantiles(int n) {
        double[] upper = new double[n / 2];
        double step = 1.0 / 8192;
        double z = 0;
        double p = 0;
        double squares = 0;
        for (int i = 0; i < upper.length; i++) {
            double target = (i + 0.5) / n;
            double slice = density(z + step / 2) * step;
            while (p + slice < target) {
                p += slice;
                z += step;
                slice = density(z + step / 2) * step;
            }
            upper[i] = z + step * (target - p) / slice;
            squares += upper[i] * upper[i];
        }
        double unit = Math.sqrt(upper.length / squares);
        float[] quantiles = new float[n];
        for (int i = 0; i < upper.length; i++) {
            quantiles[n / 2 + i] = (float) (unit * upper[i]);
            quantiles[n / 2 - 1 - i] = -quantiles[n / 2 + i];
        }
        return quantiles;
    }

    private static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }
}
