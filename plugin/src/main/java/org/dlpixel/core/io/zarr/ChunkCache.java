package org.dlpixel.core.io.zarr;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps chunks while parts of one slab are read. What fits first stays: parts are read in turn, and
 * throwing out the oldest would lose each chunk just before it is needed again.
 */
final class ChunkCache {

    private final long limit;
    private final Map<List<Integer>, byte[]> chunks = new HashMap<>();
    private List<Integer> slab = List.of();
    private long bytes;

    ChunkCache(long limit) {
        this.limit = limit;
    }

    /** Reads a chunk. */
    interface Loader {
        byte[] load() throws IOException;
    }

    /** Drops all chunks unless the slab is still the same. */
    void beginPart(List<Integer> of) {
        if (!of.equals(slab)) {
            slab = of;
            chunks.clear();
            bytes = 0;
        }
    }

    byte[] get(int[] chunk, Loader loader) throws IOException {
        List<Integer> key = Arrays.stream(chunk).boxed().toList();
        byte[] kept = chunks.get(key);
        if (kept != null) {
            return kept;
        }
        byte[] loaded = loader.load();
        if (bytes + loaded.length <= limit) {
            chunks.put(key, loaded);
            bytes += loaded.length;
        }
        return loaded;
    }
}
