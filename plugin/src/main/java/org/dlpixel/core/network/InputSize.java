package org.dlpixel.core.network;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * The sizes that a network takes along one axis: {@code min}, {@code min + step}, {@code min + 2
 * step}, ...
 *
 * @param min smallest, at least 1, pixels
 * @param step to the next, at least 1; 0 if only {@code min} is allowed
 * @param halo pixels at each side of the output that are worth nothing, at least 0; 0 if not known.
 *     Something must be left of a tile
 */
public record InputSize(int min, int step, int halo) {

    private static final int MAX = 1 << 16;

    public InputSize {
        if (min < 1 || min > MAX || step < 0 || step > MAX) {
            throw InvalidInput.of(
                    "size", "min " + min + ", step " + step, "min 1 to 65536, step 0 to 65536");
        }
        if (halo < 0 || halo > MAX || (step == 0 && 2 * halo >= min)) {
            throw InvalidInput.of("halo", halo, "at least 0, and less than half the size");
        }
    }

    /** The smallest size that holds so many pixels, or {@code min} if no other is allowed. */
    public int atLeast(int extent) {
        int steps = step == 0 ? 0 : Math.max(0, (extent - min + step - 1) / step);
        return min + steps * step;
    }

    /**
     * The largest size of at most so many pixels, or the smallest that makes a tile: of it the halo
     * on both sides (a quarter, if it is not known) leaves a step.
     */
    public int tile(long extent) {
        int smallest = step == 0 ? min : atLeast(halo > 0 ? 2 * halo + step : 2 * step);
        long steps = step == 0 ? 0 : Math.max(0, (extent - smallest) / step);
        return (int) Math.min(Integer.MAX_VALUE / 2, smallest + steps * step);
    }
}
