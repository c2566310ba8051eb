package org.dlpixel.core.image;

/** Counts values as long as all of them are whole numbers from 0 to 65535. */
final class WholeNumbers {

    private static final int BINS = 1 << 16;

    /** Takes a value that was counted so often. */
    @FunctionalInterface
    interface Taker {
        void take(float value, long count);
    }

    private final long[] counts = new long[BINS];
    private boolean all = true;

    /** Whether there was nothing else so far. */
    boolean isAll() {
        return all;
    }

    /**
     * Counts up to the first value that is something else.
     *
     * @return how many were counted
     */
    int count(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            int whole = (int) values[i];
            if (!all || whole != values[i] || whole < 0 || whole >= BINS) {
                return i;
            }
            counts[whole]++;
        }
        return length;
    }

    /** Counts unsigned values. */
    void count(short[] values, int length) {
        for (int i = 0; i < length; i++) {
            counts[values[i] & 0xffff]++;
        }
    }

    /** Hands over what was counted; from now on nothing is. */
    void giveUp(Taker taker) {
        for (int i = 0; all && i < BINS; i++) {
            if (counts[i] > 0) {
                taker.take(i, counts[i]);
            }
        }
        all = false;
    }

    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /**
     * A value by its place in ascending order.
     *
     * @param rank 0..total - 1
     */
    double order(long rank) {
        long before = 0;
        for (int i = 0; i < BINS; i++) {
            before += counts[i];
            if (before > rank) {
                return i;
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + before);
    }
}
