package org.dlpixel.core.io.zarr;

import java.io.IOException;

/** A step between the bytes of a chunk and those on disk. */
interface Codec {

    /**
     * Undoes the step.
     *
     * @param limit the most bytes that may come out
     * @throws IOException if the bytes are damaged
     */
    byte[] decode(byte[] bytes, int limit) throws IOException;
}
