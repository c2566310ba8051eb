package org.dlpixel.core.predict.plane;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * Slices across y or x go in, slices across z come out; between, they lie in a temporary file.
 *
 * <p>A slice across y or x has rows of z. The slices are written in ascending order and gathered to
 * slabs of as many as fit into the memory; in the file a slab is (z, slice, channel, row), so that
 * what a slice across z needs lies in one piece per slab. Slices that are never written are 0.
 */
final class TurnedFile implements AutoCloseable {

    private static final int MAX_PIECE = 64 << 20;

    private final Path path;
    private final FileChannel file;
    private final int slices;
    private final int depth;
    private final int channels;
    private final int rowBytes;
    private final byte[][] slab;
    private final byte[] nothing;
    private final ByteBuffer piece;
    private final BitSet taken = new BitSet();
    private final BitSet written = new BitSet();
    private int gathered = -1;

    /** Takes a part of a slice across z. */
    interface Part {
        /**
         * @param first slice that the part is of
         * @param count of slices
         * @param rows (slice, channel, row), bytes in big-endian order
         */
        void take(int first, int count, ByteBuffer rows);
    }

    /**
     * @param folder must exist
     * @param layout of what is turned
     * @param channels of it
     * @param sampleBytes bytes per value
     * @param maxBytes memory for a slab; it holds at least one slice
     */
    static TurnedFile of(Path folder, Layout layout, int channels, int sampleBytes, long maxBytes) {
        int rowBytes = sampleBytes * layout.length();
        int slices = layout.turned().slices();
        return new TurnedFile(
                folder, slices, layout.shape().slices(), channels, rowBytes, maxBytes);
    }

    private TurnedFile(
            Path folder, int slices, int depth, int channels, int rowBytes, long maxBytes) {
        this.slices = slices;
        this.depth = depth;
        this.channels = channels;
        this.rowBytes = rowBytes;
        long fitting = Math.min(maxBytes / sliceBytes(), MAX_PIECE / pieceBytes(1));
        this.slab = new byte[(int) Math.max(1, Math.min(slices, fitting))][];
        this.nothing = new byte[rowBytes];
        this.piece = ByteBuffer.allocateDirect(Math.toIntExact(pieceBytes(slab.length)));
        try {
            path = Files.createTempFile(folder, ".planes-", ".part");
            file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw PendingFile.failure(folder, e);
        }
    }

    private long sliceBytes() {
        return (long) depth * channels * rowBytes;
    }

    /** Bytes that a slice across z takes of a slab of so many slices. */
    private long pieceBytes(int count) {
        return (long) count * channels * rowBytes;
    }

    private int count(int slabIndex) {
        return Math.min(slab.length, slices - slabIndex * slab.length);
    }

    private long position(int slabIndex, int z) {
        return (long) slabIndex * slab.length * sliceBytes() + z * pieceBytes(count(slabIndex));
    }

    /**
     * Adds a slice; those before it that were left out stay 0.
     *
     * @param slice above the one before
     * @return where to put its rows, (channel, z, row); to be filled until the next call
     */
    byte[] next(int slice) {
        int index = slice / slab.length;
        if (index != gathered) {
            finish();
            gathered = index;
        }
        int at = slice % slab.length;
        slab[at] = slab[at] == null ? new byte[Math.toIntExact(sliceBytes())] : slab[at];
        taken.set(at);
        return slab[at];
    }

    /** Writes what is still gathered; nothing more may come. */
    void finish() {
        if (gathered < 0 || taken.isEmpty()) {
            return;
        }
        try {
            for (int z = 0; z < depth; z++) {
                gather(z);
                long at = position(gathered, z);
                while (piece.hasRemaining()) {
                    at += file.write(piece, at);
                }
            }
        } catch (IOException e) {
            throw PendingFile.failure(path, e);
        }
        written.set(gathered);
        taken.clear();
    }

    private void gather(int z) {
        piece.clear();
        for (int i = 0; i < count(gathered); i++) {
            for (int c = 0; c < channels; c++) {
                byte[] rows = taken.get(i) ? slab[i] : nothing;
                piece.put(rows, taken.get(i) ? (c * depth + z) * rowBytes : 0, rowBytes);
            }
        }
        piece.flip();
    }

    /** Hands over all parts of a slice across z that were written. */
    void read(int z, Part part) {
        for (int index = written.nextSetBit(0); index >= 0; index = written.nextSetBit(index + 1)) {
            piece.clear().limit(Math.toIntExact(pieceBytes(count(index))));
            try {
                fill(position(index, z));
            } catch (IOException e) {
                throw new Unreadable("Cannot read " + path + ": " + e.getMessage(), e);
            }
            part.take(index * slab.length, count(index), piece.flip());
        }
    }

    private void fill(long position) throws IOException {
        long at = position;
        while (piece.hasRemaining()) {
            int read = file.read(piece, at);
            if (read < 0) {
                throw new EOFException("it is cut off");
            }
            at += read;
        }
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException ignored) {
            // Only a temporary file stays behind.
        }
    }
}
