package org.dlpixel.core.io.zarr;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * What the metadata of an array say.
 *
 * @param shape extent per axis, slowest first
 * @param chunks the chunks that are decoded at once
 * @param shards several chunks per file, if they are stored so
 * @param keys where a file lies
 * @param fill value of chunks that are not stored
 * @param names of the axes; empty if not stated
 */
record ArrayMetadata(
        List<Integer> shape,
        ChunkCoding chunks,
        Optional<Sharding> shards,
        ChunkKeys keys,
        double fill,
        List<String> names) {

    ArrayMetadata {
        shape = List.copyOf(shape);
        names = List.copyOf(names);
        if (shape.size() != chunks.shape().size() || shape.stream().anyMatch(n -> n < 1)) {
            throw new Unreadable(
                    "its shape " + shape + " is empty or does not fit chunks " + chunks.shape());
        }
    }
}
