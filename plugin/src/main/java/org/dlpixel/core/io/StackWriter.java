package org.dlpixel.core.io;

import java.util.BitSet;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/**
 * Writes a stack slice by slice, in any order, and goes on where an earlier run was stopped.
 *
 * <p>Until {@link #complete()} the output lies under a hidden name beside its own, with a journal
 * of the slices that are finished; {@link #close()}, a failure, a full disk or the end of the
 * process leave both. A writer opened for the same path with the same fingerprint finds these
 * slices finished, after it compared them with the checksums of the journal; the completed file is
 * the same, byte by byte, as one written in one go. Another fingerprint starts afresh. What had the
 * path before stays until the output is complete.
 *
 * <pre>{@code
 * try (StackWriter out = StackFormat.TIFF.open(target, fingerprint)) {
 *     for (int z = 0; z < slices; z++) {
 *         if (!out.has(z)) {
 *             out.write(z, classes(z));
 *         }
 *     }
 *     out.complete();
 * }
 * }</pre>
 *
 * <p>Not safe for several threads at once.
 */
public interface StackWriter extends AutoCloseable {

    /** The slices that are there, from this run or an earlier one; a copy. */
    BitSet finished();

    /** Whether a slice is there. */
    default boolean has(int slice) {
        return finished().get(slice);
    }

    /**
     * Writes one slice.
     *
     * @param slice 0-based
     * @param values channels * height * width values, (C, H, W); into integer types they are
     *     rounded and limited to the type's range, NaN becomes 0
     * @throws NotWritable if the disk is full or the output otherwise fails; the slices finished
     *     before stay
     */
    void write(int slice, float[] values);

    /**
     * Writes one slice of unsigned bytes; see {@link #write(int, float[])}.
     *
     * @throws InvalidInput if the output does not store unsigned bytes
     */
    void write(int slice, byte[] values);

    /**
     * Moves the output to its path and closes the writer.
     *
     * @throws InvalidInput if slices are missing
     * @throws NotWritable if it cannot be completed; all slices stay
     */
    void complete();

    /** Gives the output up: what was written is deleted, the writer closed. */
    void discard();

    /** Releases the files. An output that is not complete is kept for a later run. */
    @Override
    void close();
}
