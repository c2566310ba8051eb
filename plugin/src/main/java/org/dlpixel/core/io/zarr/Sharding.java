package org.dlpixel.core.io.zarr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Several chunks in one file with an index of where they lie: Zarr's codec {@code
 * sharding_indexed}.
 *
 * @param grid chunks per file along every axis
 * @param index how the index became bytes
 * @param indexAtEnd whether it lies behind the chunks, else before
 */
record Sharding(List<Integer> grid, List<Codec> index, boolean indexAtEnd) {

    /** A position that means: not stored. */
    private static final long MISSING = -1;

    private static final int ENTRY = 2 * Long.BYTES;
    private static final int CHECKSUM = 4;

    Sharding {
        grid = List.copyOf(grid);
        index = List.copyOf(index);
    }

    /** The stored bytes of a chunk by its number within the array, if it is stored. */
    Optional<byte[]> read(Path array, ChunkKeys keys, int[] chunk) throws IOException {
        int[] file = new int[chunk.length];
        int within = 0;
        for (int a = 0; a < chunk.length; a++) {
            file[a] = chunk[a] / grid.get(a);
            within = within * grid.get(a) + chunk[a] % grid.get(a);
        }
        try (FileChannel channel = FileChannel.open(keys.path(array, file))) {
            ByteBuffer entries = index(channel);
            long start = entries.getLong(within * ENTRY);
            long length = entries.getLong(within * ENTRY + Long.BYTES);
            if (start == MISSING && length == MISSING) {
                return Optional.empty();
            }
            return Optional.of(read(channel, start, length));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private ByteBuffer index(FileChannel channel) throws IOException {
        int plain = grid.stream().reduce(1, Math::multiplyExact) * ENTRY;
        int stored = plain + CHECKSUM * index.size();
        byte[] bytes = read(channel, indexAtEnd ? channel.size() - stored : 0, stored);
        for (int i = index.size() - 1; i >= 0; i--) {
            bytes = index.get(i).decode(bytes, stored);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] read(FileChannel channel, long start, long length) throws IOException {
        if (start < 0 || length < 0 || length > channel.size() - start) {
            throw new EOFException("a shard is truncated");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("a shard is truncated");
            }
        }
        return bytes.array();
    }
}
