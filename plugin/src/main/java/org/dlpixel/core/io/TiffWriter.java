package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.dlpixel.core.image.PendingFile;
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

    private final PendingFile file;
    private final TiffPixels pixels;
    private final VolumeShape shape;
    private final BitSet written = new BitSet();
    private boolean failed;
    private boolean closed;

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
            Files.deleteIfExists(file.temporary());
            return new TiffWriter(
                    file, shape, new TiffPixels(file.temporary(), layout, shape, type));
        } catch (IOException e) {
            file.close();
            throw file.notWritable(e);
        }
    }

    private TiffWriter(PendingFile file, VolumeShape shape, TiffPixels pixels) {
        this.file = file;
        this.shape = shape;
        this.pixels = pixels;
    }

    /**
     * Writes one slice.
     *
     * @param slice 0-based
     * @param values channels * height * width values, (C, H, W); NaN becomes 0 in integer types
     * @throws NotWritable if the disk is full or the file otherwise fails
     */
    public void write(int slice, float[] values) {
        try {
            pixels.write(slice, values);
            written.set(slice);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Writes one slice of unsigned bytes; see {@link #write(int, float[])}. */
    public void write(int slice, byte[] values) {
        try {
            pixels.write(slice, values);
            written.set(slice);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private NotWritable failure(IOException e) {
        failed = true;
        return file.notWritable(e);
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
        if (closed) {
            return;
        }
        closed = true;
        try (PendingFile closing = file) {
            boolean complete = !failed && written.cardinality() == shape.slices();
            try (TiffPixels open = pixels) {
                if (complete) {
                    open.finish();
                }
            } catch (IOException e) {
                throw closing.notWritable(e);
            }
            if (complete) {
                closing.commit();
            }
        }
    }
}
