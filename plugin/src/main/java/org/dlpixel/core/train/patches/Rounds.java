package org.dlpixel.core.train.patches;

import java.util.SplittableRandom;

/**
 * Which of several things each draw takes: rounds over all of them, each in an order of its own.
 *
 * <p>What a draw takes depends on the seed and the draw alone.
 */
final class Rounds {

    private final int size;
    private final long seed;
    private long round = -1;
    private int[] order = {};

    /**
     * @param size number of things, at least 1
     * @param seed of the orders
     */
    Rounds(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /** Thing 0..size-1 of a draw, 0-based; every round of draws takes each thing once. */
    synchronized int at(long draw) {
        long wanted = draw / size;
        if (wanted != round) {
            order = shuffled(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + wanted));
            round = wanted;
        }
        return order[(int) (draw % size)];
    }

    /** Fisher and Yates' shuffle (Durstenfeld 1964). */
    private int[] shuffled(SplittableRandom random) {
        int[] out = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            out[i] = out[j];
            out[j] = i;
        }
        return out;
    }
}
