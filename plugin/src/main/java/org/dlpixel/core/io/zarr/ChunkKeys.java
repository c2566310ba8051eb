package org.dlpixel.core.io.zarr;

import java.nio.file.Path;

/**
 * Names of chunks within the folder of an array.
 *
 * @param prefix before the numbers, e.g. {@code c/}; may be empty
 * @param separator between the numbers
 */
record ChunkKeys(String prefix, String separator) {

    /** The file of a chunk by its number along every axis. */
    Path path(Path array, int... chunk) {
        StringBuilder name = new StringBuilder(prefix);
        for (int i = 0; i < chunk.length; i++) {
            name.append(i == 0 ? "" : separator).append(chunk[i]);
        }
        return array.resolve(name.toString());
    }
}
