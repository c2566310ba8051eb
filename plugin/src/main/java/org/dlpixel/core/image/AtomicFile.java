package org.dlpixel.core.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/**
 * Files that appear under their name only when they are complete.
 *
 * <p>The content is written beside the target, under a temporary name in the same folder, and moved
 * into place; whatever was there before stays until then.
 */
public final class AtomicFile {

    private static final AtomicLong COUNTER = new AtomicLong();

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param temporary an empty file to write to
         */
        void writeTo(Path temporary) throws IOException;
    }

    private AtomicFile() {}

    /** Writes bytes; see {@link #write(Path, Content)}. */
    public static void write(Path target, byte[] bytes) {
        write(target, temporary -> Files.write(temporary, bytes));
    }

    /**
     * Writes a file as a whole or not at all; missing folders are made.
     *
     * @throws NotWritable if the folder or the file cannot be written
     */
    public static void write(Path target, Content content) {
        Path file = target.toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(temporaryName(file));
            try {
                Files.write(temporary, new byte[0], StandardOpenOption.CREATE_NEW);
                content.writeTo(temporary);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new NotWritable("Cannot write " + file + ": " + reason(e), e);
        }
    }

    private static String temporaryName(Path file) {
        return "."
                + file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + COUNTER.incrementAndGet()
                + ".part";
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NotDirectoryException) {
            return "its folder is a file";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
