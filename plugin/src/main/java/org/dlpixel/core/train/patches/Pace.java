package org.dlpixel.core.train.patches;

/**
 * How fast steps went, validation not counted.
 *
 * @param patches seen in the steps
 * @param seconds of the steps, waiting included
 * @param waiting seconds in which a step waited for its patches
 */
public record Pace(long patches, double seconds, double waiting) {

    /** Share of the time that was lost to waiting, 0..1. */
    public double waitingShare() {
        return seconds > 0 ? waiting / seconds : 0;
    }

    public double patchesPerSecond() {
        return seconds > 0 ? patches / seconds : 0;
    }
}
