package org.dlpixel.core.augment.intensity;

/**
 * Draws from Poisson distributions, one mean per pixel.
 *
 * <p>Means below {@value #EXACT} are drawn by inversion, exactly but for the 24 bits of the uniform
 * number. Above, a normal deviate w is turned into the quantile floor(m + w sqrt(m) + 1/3 + w^2/6 -
 * (w/36 + w^3/72)/sqrt(m)) (Giles, Algorithm 955, ACM Transactions on Mathematical Software 42,
 * 2016); the distribution function is then right to 3e-3 (tested).
 */
final class Photons {

    private static final float EXACT = 10;

    private static final int STEPS = 64;

    /** exp(-i / STEPS) */
    private static final float[] DECAY = decay();

    private final Noise noise;

    Photons(long seed) {
        noise = new Noise(seed);
    }

    /** Replaces each value v by a count of mean v n, divided by n. */
    void count(float[] pixels, float n) {
        float unit = 1 / n;
        for (int i = 0; i < pixels.length; i++) {
            float mean = n * pixels[i];
            if (mean < EXACT) {
                pixels[i] = mean > 0 ? few(mean) * unit : 0;
            } else {
                pixels[i] = many(mean) * unit;
            }
        }
    }

    private int few(float mean) {
        int step = (int) (mean * STEPS);
        float rest = mean - (float) step / STEPS;
        float p = DECAY[step] * (1 - rest + 0.5f * rest * rest);
        float u = noise.uniform() - p;
        int k = 0;
        while (u > 0 && k < 64) {
            k++;
            p *= mean / k;
            u -= p;
        }
        return k;
    }

    private float many(float mean) {
        float root = (float) Math.sqrt(mean);
        float w = noise.normal();
        float square = w * w;
        float k = mean + w * root + (2 + square) / 6 - w * (2 + square) / (72 * root);
        return (float) Math.floor(k);
    }

    private static float[] decay() {
        float[] table = new float[((int) EXACT) * STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) StrictMath.exp(-(double) i / STEPS);
        }
        return table;
    }
}
