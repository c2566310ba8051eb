package org.dlpixel.core.io.zarr;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Blosc 1 buffers: a header of 16 bytes, the start of every block, and blocks that were shuffled
 * and then compressed, in as many streams as a value has bytes or in one. See the description of
 * the chunk format that comes with c-blosc.
 */
final class Blosc {

    private static final int HEADER = 16;
    private static final int MOST_STREAMS = 16;
    private static final int SHORTEST_STREAM = 128;
    private static final int SHUFFLED = 1;
    private static final int STORED = 2;
    private static final int BIT_SHUFFLED = 4;
    private static final int ONE_STREAM = 16;

    private final ByteBuffer in;
    private final int flags;
    private final int typeSize;
    private final int blockSize;
    private final byte[] out;

    private Blosc(byte[] bytes, int limit) throws IOException {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.flags = in.get(2);
        this.typeSize = in.get(3) & 0xff;
        int length = in.getInt(4);
        this.blockSize = in.getInt(8);
        if (length < 0 || length > limit || typeSize < 1 || (blockSize < 1 && length > 0)) {
            throw new IOException("a chunk has a damaged Blosc header");
        }
        this.out = new byte[length];
    }

    static byte[] decode(byte[] bytes, int limit) throws IOException {
        try {
            if (bytes.length < HEADER) {
                throw new IOException("a chunk is too short for Blosc");
            }
            return new Blosc(bytes, limit).all();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("a chunk is damaged or truncated", e);
        }
    }

    private byte[] all() throws IOException {
        if ((flags & STORED) != 0) {
            in.get(HEADER, out);
            return out;
        }
        byte[] block = new byte[Math.min(blockSize, out.length)];
        for (int b = 0; (long) b * blockSize < out.length; b++) {
            int at = b * blockSize;
            int size = Math.min(blockSize, out.length - at);
            decompress(in.getInt(HEADER + Integer.BYTES * b), block, size);
            unshuffle(block, at, size);
        }
        return out;
    }

    private void decompress(int start, byte[] block, int size) throws IOException {
        int streams = streams(size);
        int length = size / streams;
        int from = start;
        for (int s = 0; s < streams; s++) {
            int stored = in.getInt(from);
            from += Integer.BYTES;
            if (stored == length) {
                in.get(from, block, s * length, length);
            } else {
                byte[] packed = Arrays.copyOfRange(in.array(), from, from + stored);
                byte[] plain = unpack(packed, length);
                System.arraycopy(plain, 0, block, s * length, length);
            }
            from += stored;
        }
    }

    private int streams(int size) {
        boolean several =
                (flags & ONE_STREAM) == 0
                        && typeSize <= MOST_STREAMS
                        && blockSize / typeSize >= SHORTEST_STREAM
                        && size == blockSize;
        return several ? typeSize : 1;
    }

    private byte[] unpack(byte[] packed, int length) throws IOException {
        byte[] plain =
                switch ((flags & 0xff) >> 5) {
                    case 0 -> BloscLz.decode(packed, length);
                    case 1 -> with(new Lz4Decompressor(), packed, length);
                    case 2 -> with(new SnappyDecompressor(), packed, length);
                    case 3 -> Codecs.inflate(packed, length);
                    case 4 -> with(new ZstdDecompressor(), packed, length);
                    default -> throw new IOException("a chunk has an unknown Blosc compression");
                };
        if (plain.length != length) {
            throw new IOException("a chunk is shorter than announced");
        }
        return plain;
    }

    private static byte[] with(Decompressor codec, byte[] packed, int length) throws IOException {
        return Codecs.decompress(codec, packed, 0, length);
    }

    private void unshuffle(byte[] block, int at, int size) {
        int values = size / typeSize;
        if ((flags & SHUFFLED) != 0 && typeSize > 1) {
            for (int b = 0; b < typeSize; b++) {
                for (int v = 0; v < values; v++) {
                    out[at + v * typeSize + b] = block[b * values + v];
                }
            }
            int done = values * typeSize;
            System.arraycopy(block, done, out, at + done, size - done);
        } else if ((flags & BIT_SHUFFLED) != 0 && values % 8 == 0) {
            unshuffleBits(block, at, values);
            int done = values * typeSize;
            System.arraycopy(block, done, out, at + done, size - done);
        } else {
            System.arraycopy(block, 0, out, at, size);
        }
    }

    /**
     * Bit k of all values lies in one piece, eight values to a byte, the first the lowest. Blocks
     * of another number of values are left as they are.
     */
    private void unshuffleBits(byte[] block, int at, int values) {
        int row = values / 8;
        for (int bit = 0; bit < typeSize * 8; bit++) {
            int target = at + bit / 8;
            int mask = 1 << bit % 8;
            for (int v = 0; v < values; v++) {
                if ((block[bit * row + v / 8] >> v % 8 & 1) != 0) {
                    out[target + v * typeSize] |= (byte) mask;
                }
            }
        }
    }
}
