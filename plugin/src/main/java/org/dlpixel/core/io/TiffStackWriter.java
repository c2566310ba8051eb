package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.BitSet;
import org.dlpixel.core.image.PendingFile;

/** Writes an uncompressed TIFF or BigTIFF stack; see {@link TiffWriter} for what is in it. */
final class TiffStackWriter implements StackWriter {

    private final UnfinishedOutput output;
    private final TiffPixels pixels;

    private TiffStackWriter(UnfinishedOutput output, TiffPixels pixels) {
        this.output = output;
        this.pixels = pixels;
    }

    static TiffStackWriter open(StackTarget t, String fingerprint) {
        return open(t, new TiffLayout(t), fingerprint);
    }

    /** With a layout of the caller's choice, e.g. BigTIFF for a small stack. */
    static TiffStackWriter open(StackTarget t, TiffLayout layout, String fingerprint) {
        if (Files.isDirectory(t.path())) {
            throw PendingFile.failure(
                    t.path(), new FileSystemException(null, null, "a folder of that name exists"));
        }
        int slices = t.shape().slices();
        String all =
                fingerprint + "\n" + t.shape() + t.type() + t.voxelSize() + t.firstZ() + "TIFF";
        UnfinishedOutput output = UnfinishedOutput.open(t.path(), slices, all);
        try {
            TiffPixels pixels = new TiffPixels(output.data(), layout, t.shape(), t.type());
            try {
                output.verify(pixels::checksum);
                return new TiffStackWriter(output, pixels);
            } catch (IOException | RuntimeException e) {
                pixels.close();
                throw e;
            }
        } catch (IOException e) {
            output.close();
            throw output.notWritable(e);
        }
    }

    @Override
    public BitSet finished() {
        return output.finished();
    }

    @Override
    public boolean has(int slice) {
        return output.has(slice);
    }

    @Override
    public void write(int slice, float[] values) {
        try {
            output.finish(slice, pixels.write(slice, values));
        } catch (IOException e) {
            throw output.notWritable(e);
        }
    }

    @Override
    public void write(int slice, byte[] values) {
        try {
            output.finish(slice, pixels.write(slice, values));
        } catch (IOException e) {
            throw output.notWritable(e);
        }
    }

    @Override
    public void complete() {
        output.requireAll();
        try {
            pixels.finish();
            pixels.close();
            output.commit();
        } catch (IOException e) {
            throw output.notWritable(e);
        }
    }

    @Override
    public void discard() {
        close();
        output.discard();
    }

    @Override
    public void close() {
        try (output) {
            pixels.close();
        } catch (IOException ignored) {
            // The journal vouches only for slices that can be read again.
        }
    }
}
