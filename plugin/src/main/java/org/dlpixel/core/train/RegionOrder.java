package org.dlpixel.core.train;

import java.util.SplittableRandom;

/**
 * Which region each draw takes: rounds over all regions, each in an order of its own.
 *
 * <p>A draw's region depends on the seed and the draw alone.
 */
final class RegionOrder {

    private final int regions;
    private final long seed;
    private long round = -1;
    private int[] order = {};

    RegionOrder(int regions, long seed) {
        this.regions = regions;
        this.seed = seed;
    }

    /** Region 0..regions-1 of a draw, 0-based; every round of draws takes each region once. */
    synchronized int region(long draw) {
        long wanted = draw / regions;
        if (wanted != round) {
            order = shuffled(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + wanted));
            round = wanted;
        }
        return order[(int) (draw % regions)];
    }

    /** Fisher and Yates' shuffle (Durstenfeld 1964). */
    private int[] shuffled(SplittableRandom random) {
        int[] out = new int[regions];
        for (int i = 0; i < regions; i++) {
            int j = random.nextInt(i + 1);
            out[i] = out[j];
            out[j] = i;
        }
        return out;
    }
}
