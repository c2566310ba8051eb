package org.dlpixel.core.tile;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Context that a tile needs around its core, along both axes.
 *
 * @param multiple tiles start and end at multiples of it, at least 1
 * @param before pixels before the core, a multiple of {@code multiple}
 * @param after pixels after the core, a multiple of {@code multiple}
 */
public record Halo(int multiple, int before, int after) {

    public Halo {
        if (multiple < 1
                || before < 0
                || after < 0
                || before % multiple != 0
                || after % multiple != 0) {
            throw InvalidInput.of(
                    "halo", before + " before, " + after + " after", "multiples of " + multiple);
        }
    }

    /** The next multiple: the size that a slice is padded to. */
    public int roundUp(int extent) {
        return (extent + multiple - 1) / multiple * multiple;
    }
}
