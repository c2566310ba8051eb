package org.dlpixel.core.network;

/** How slices may be cut into tiles for a network. */
public sealed interface TileRule {

    /**
     * Aligned tiles with the context of the receptive field give what the whole slice gives.
     *
     * @param field of the network
     */
    record Aligned(ReceptiveField field) implements TileRule {}

    /**
     * No tiles: every pixel of what is computed at once has some influence everywhere, see {@link
     * Norm#GROUP}.
     *
     * @param multiple width and height are padded to
     */
    record Whole(int multiple) implements TileRule {}

    /** Tiles have certain sizes, and some of the result at their borders is of no use. */
    record Sized(InputSize height, InputSize width) implements TileRule {}
}
