package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/**
 * A file or folder that is written slice by slice under a hidden name beside its own, {@code
 * .NAME.unfinished}, with its journal, {@code .NAME.journal}.
 */
final class UnfinishedOutput implements AutoCloseable {

    private final Path target;
    private final Path data;
    private final Journal journal;
    private final int slices;
    private final BitSet finished = new BitSet();

    private UnfinishedOutput(Path target, int slices, Journal journal) {
        this.target = target;
        this.data = beside(target, "unfinished");
        this.journal = journal;
        this.slices = slices;
    }

    /**
     * Opens the journal, and deletes what an earlier run with another fingerprint left.
     *
     * @param fingerprint all that the bytes depend on
     */
    static UnfinishedOutput open(Path path, int slices, String fingerprint) {
        Path target = path.toAbsolutePath();
        PendingFile.createFolder(target.getParent());
        try {
            Journal journal = Journal.open(beside(target, "journal"), fingerprint);
            UnfinishedOutput output = new UnfinishedOutput(target, slices, journal);
            if (journal.isFresh()) {
                FileTrees.delete(output.data);
            }
            return output;
        } catch (IOException e) {
            throw new NotWritable(reason(path, e), e);
        }
    }

    /** What an output needs beside it: data and journal, and room for what it replaces. */
    static List<Path> files(Path target) {
        return List.of(
                beside(target, "unfinished"), beside(target, "journal"), FileTrees.aside(target));
    }

    private static Path beside(Path target, String what) {
        return target.resolveSibling("." + target.getFileName() + "." + what);
    }

    /** Gives the checksum of the bytes that a slice has on disk. */
    interface Checksums {
        long of(int slice) throws IOException;
    }

    /** Finds the slices that an earlier run finished and that are still what they were. */
    void verify(Checksums checksums) throws IOException {
        for (var entry : journal.entries().entrySet()) {
            int slice = entry.getKey();
            if (slice < slices && checksums.of(slice) == entry.getValue()) {
                finished.set(slice);
            }
        }
    }

    /** Where the output lies until it is complete. */
    Path data() {
        return data;
    }

    BitSet finished() {
        return (BitSet) finished.clone();
    }

    boolean has(int slice) {
        return finished.get(slice);
    }

    /** Notes that a slice lies on disk. */
    void finish(int slice, long checksum) throws IOException {
        journal.append(slice, checksum);
        finished.set(slice);
    }

    /**
     * @throws InvalidInput if slices are missing
     */
    void requireAll() {
        if (finished.cardinality() != slices) {
            throw InvalidInput.of(
                    "number of finished slices of " + target, finished.cardinality(), "" + slices);
        }
    }

    /** Moves the output, which must be closed, to its path. */
    void commit() throws IOException {
        FileTrees.replace(data, target);
        journal.delete();
    }

    /** Deletes everything. */
    void discard() {
        try {
            FileTrees.delete(data);
            journal.delete();
        } catch (IOException e) {
            throw PendingFile.failure(target, e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    /** The error that tells why the output cannot be written, and what was kept. */
    NotWritable notWritable(IOException cause) {
        String kept =
                finished.isEmpty()
                        ? ""
                        : " "
                                + finished.cardinality()
                                + " of "
                                + slices
                                + " slices are finished and kept; a further run goes on with them.";
        return new NotWritable(reason(target, cause) + kept, cause);
    }

    private static String reason(Path path, IOException cause) {
        return isFull(cause)
                ? "Cannot write " + path + ": the disk is full."
                : PendingFile.failure(path, cause).getMessage();
    }

    /** By what systems say; Java tells a full disk from other failures in no other way. */
    private static boolean isFull(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("space left")
                || message.contains("enough space")
                || message.contains("quota");
    }
}
