package org.dlpixel.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;

/** A TIFF stack on its way to disk: slices at their places in any order, directories at the end. */
final class TiffPixels implements AutoCloseable {

    private static final int BLOCK = 1 << 18;

    private final FileChannel channel;
    private final TiffLayout layout;
    private final VolumeShape shape;
    private final PixelType type;
    private final ByteBuffer buffer;

    /** What exists of the file is kept. */
    TiffPixels(Path file, TiffLayout layout, VolumeShape shape, PixelType type) throws IOException {
        this.layout = layout;
        this.shape = shape;
        this.type = type;
        this.channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        int block = Math.min(length(), BLOCK) * type.bytes();
        this.buffer = ByteBuffer.allocate(block).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes a slice and gives the checksum of its bytes. */
    long write(int slice, float[] values) throws IOException {
        requireSlice(slice, values.length);
        return put(slice, (at, block) -> PixelEncoder.encode(type, values, at, block));
    }

    /** Writes a slice of unsigned bytes and gives their checksum. */
    long write(int slice, byte[] values) throws IOException {
        requireSlice(slice, values.length);
        if (type != PixelType.UINT8) {
            throw InvalidInput.of("pixel type of the file", type, "UINT8 to take bytes");
        }
        return put(slice, (at, block) -> block.put(values, at, block.remaining()));
    }

    /** The checksum of the bytes that a slice has on disk; -1 if the file ends before. */
    long checksum(int slice) throws IOException {
        CRC32 sum = new CRC32();
        long end = start(slice) + (long) length() * type.bytes();
        for (long at = start(slice); at < end; at += buffer.capacity()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            try {
                readFully(buffer, at);
            } catch (EOFException e) {
                return -1;
            }
            sum.update(buffer.flip());
        }
        return sum.getValue();
    }

    /** Makes it a TIFF file, on the disk itself. */
    void finish() throws IOException {
        writeFully(layout.header(), 0);
        for (int page = 0; page < layout.pages(); page++) {
            writeFully(layout.directoryBytes(page), layout.directory(page));
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Puts values from an index on into a block until it is full. */
    private interface Encoder {
        void encode(int at, ByteBuffer block);
    }

    private long put(int slice, Encoder encoder) throws IOException {
        CRC32 sum = new CRC32();
        for (long at = 0; at < length(); at += BLOCK) {
            buffer.clear().limit((int) Math.min(BLOCK, length() - at) * type.bytes());
            encoder.encode((int) at, buffer);
            sum.update(buffer.flip());
            writeFully(buffer.rewind(), start(slice) + at * type.bytes());
        }
        return sum.getValue();
    }

    private int length() {
        return shape.plane() * shape.channels();
    }

    private long start(int slice) {
        return layout.pixels(slice * shape.channels());
    }

    private void requireSlice(int slice, int length) {
        if (slice < 0 || slice >= shape.slices()) {
            throw InvalidInput.of("slice", slice, "within 0.." + (shape.slices() - 1));
        }
        if (length != length()) {
            throw InvalidInput.of(
                    "number of pixels", length, "channels * height * width of " + shape);
        }
    }

    private void writeFully(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private void readFully(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
    }
}
