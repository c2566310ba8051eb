package org.dlpixel.core.tile;

import org.dlpixel.core.image.Roi;

/**
 * A part of the output and the part of the input that determines it, both in pixels of the padded
 * slice.
 *
 * @param core what is kept of the result
 * @param input what is read; holds the core and its halo
 */
public record Tile(Roi core, Roi input) {

    /** Pixels that are computed for this tile. */
    public long inputPixels() {
        return (long) input.width() * input.height();
    }
}
