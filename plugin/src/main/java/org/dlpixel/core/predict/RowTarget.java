package org.dlpixel.core.predict;

/** Takes the scores of a slice, each pixel once, in any order. */
@FunctionalInterface
interface RowTarget {

    /**
     * Takes the scores of neighbouring pixels of one row.
     *
     * @param at y * width + x of the first one in the slice
     * @param count number of pixels
     * @param scores channel after channel
     * @param from where the first pixel's are in the first channel
     * @param plane from one channel to the next
     */
    void row(int at, int count, float[] scores, int from, int plane);
}
