package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * Writes an uncompressed TIFF stack slice by slice, in any order, with ImageJ's description and
 * voxel size; BigTIFF when classic TIFF's 4 GB do not suffice.
 *
 * <p>The file appears under its name when the writer is closed after the last slice. A writer that
 * is closed earlier, or fails, leaves whatever was there before.
 *
 * <pre>{@code
 * try (TiffWriter out = TiffWriter.create(path, shape, PixelType.UINT8, voxelSize)) {
 *     for (int z = 0; z < shape.slices(); z++) {
 *         out.write(z, classes(z));
 *     }
 * }
 * }</pre>
 */
public final class TiffWriter implements AutoCloseable {

    private static final int BLOCK = 1 << 18;

    private final PendingFile file;
    private final FileChannel channel;
    private final TiffLayout layout;
    private final VolumeShape shape;
    private final PixelType type;
    private final BitSet written = new BitSet();
    private boolean failed;

    /**
     * @param path the file; its folder is created if missing
     * @param type any; values are rounded and limited to its range when they are written
     * @throws NotWritable naming the file and the reason
     */
    public static TiffWriter create(
            Path path, VolumeShape shape, PixelType type, VoxelSize voxelSize) {
        return create(path, shape, type, new TiffLayout(shape, type, voxelSize, false));
    }

    /** With a layout of the caller's choice, e.g. BigTIFF for a small stack. */
    static TiffWriter create(Path path, VolumeShape shape, PixelType type, TiffLayout layout) {
        PendingFile file = PendingFile.in(path);
        try {
            return new TiffWriter(file, layout, shape, type);
        } catch (IOException e) {
            file.close();
            throw file.notWritable(e);
        }
    }

    private TiffWriter(PendingFile file, TiffLayout layout, VolumeShape shape, PixelType type)
            throws IOException {
        this.file = file;
        this.layout = layout;
        this.shape = shape;
        this.type = type;
        this.channel =
                FileChannel.open(
                        file.temporary(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /**
     * Writes one slice.
     *
     * @param slice 0-based
     * @param values channels * height * width values, (C, H, W); NaN becomes 0 in integer types
     * @throws NotWritable if the disk is full or the file otherwise fails
     */
    public void write(int slice, float[] values) {
        requireSlice(slice, values.length);
        put(slice, (at, block) -> PixelEncoder.encode(type, values, at, block));
    }

    /** Writes one slice of unsigned bytes; see {@link #write(int, float[])}. */
    public void write(int slice, byte[] values) {
        requireSlice(slice, values.length);
        if (type != PixelType.UINT8) {
            throw InvalidInput.of("pixel type of the file", type, "UINT8 to take bytes");
        }
        put(slice, (at, block) -> block.put(values, at, block.remaining()));
    }

    /** Gives the file up: its temporary form is deleted. */
    public void abort() {
        failed = true;
        close();
    }

    /**
     * Completes the file if all slices were written, else gives it up.
     *
     * @throws NotWritable if it cannot be completed
     */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (PendingFile closing = file) {
            boolean complete = !failed && written.cardinality() == shape.slices();
            try (FileChannel open = channel) {
                if (complete) {
                    writeDirectories();
                    open.force(true);
                }
            } catch (IOException e) {
                throw closing.notWritable(e);
            }
            if (complete) {
                closing.commit();
            }
        }
    }

    /** Puts values from an index on into a block until it is full. */
    private interface Encoder {
        void encode(int at, ByteBuffer block);
    }

    private void put(int slice, Encoder encoder) {
        int length = shape.plane() * shape.channels();
        ByteBuffer block =
                ByteBuffer.allocate(Math.min(length, BLOCK) * type.bytes())
                        .order(ByteOrder.LITTLE_ENDIAN);
        long start = layout.pixels(slice * shape.channels());
        try {
            for (int at = 0; at < length; at += BLOCK) {
                block.clear().limit(Math.min(BLOCK, length - at) * type.bytes());
                encoder.encode(at, block);
                writeFully(block.rewind(), start + (long) at * type.bytes());
            }
            written.set(slice);
        } catch (IOException e) {
            failed = true;
            throw file.notWritable(e);
        }
    }

    private void requireSlice(int slice, int length) {
        if (slice < 0 || slice >= shape.slices()) {
            throw InvalidInput.of("slice", slice, "within 0.." + (shape.slices() - 1));
        }
        if (length != shape.plane() * shape.channels()) {
            throw InvalidInput.of(
                    "number of pixels", length, "channels * height * width of " + shape);
        }
    }

    private void writeDirectories() throws IOException {
        writeFully(layout.header(), 0);
        for (int page = 0; page < layout.pages(); page++) {
            writeFully(layout.directoryBytes(page), layout.directory(page));
        }
    }

    private void writeFully(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
