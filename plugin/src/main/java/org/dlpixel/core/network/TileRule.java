package org.dlpixel.core.network;

/** How slices may be cut into tiles for a network. */
public sealed interface TileRule {

    /**
     * Aligned tiles with the context of the receptive field give what the whole slice gives.
     *
     * @param field of the network
     */
    record Aligned(ReceptiveField field) implements TileRule {}

    /** Tiles have certain sizes, and some of the result at their borders is of no use. */
    record Sized(InputSize height, InputSize width) implements TileRule {}
}
