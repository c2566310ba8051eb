package org.dlpixel.core.image;

/**
 * The slices of a stack that stores whole numbers from 0 to 65535, as they are stored: half the
 * memory of floats to go through, and each value can be looked up in a table.
 */
@FunctionalInterface
public interface WholeSlices {

    /** Takes blocks of a slice, one after the other; see {@link #read}. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param at index of the first value in the slice, (C, H, W), x fastest
         * @param values unsigned; used again for the next block
         * @param count how many of them
         */
        void take(int at, short[] values, int count);
    }

    /**
     * Reads a slice once, without having all of it in memory.
     *
     * @param slice 0-based
     * @throws PixelClassificationException.Unreadable if the slice cannot be read
     */
    void read(int slice, Taker taker);
}
