package org.dlpixel.core.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/**
 * A file that is written bit by bit and appears under its name only when it is complete.
 *
 * <p>It is written under a temporary name in the same folder and moved into place; until then, and
 * after every failure, whatever had that name before is untouched.
 */
public final class PendingFile implements AutoCloseable {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path target;
    private final Path temporary;
    private boolean finished;

    private PendingFile(Path target) {
        this.target = target.toAbsolutePath();
        String name =
                "."
                        + this.target.getFileName()
                        + "."
                        + ProcessHandle.current().pid()
                        + "-"
                        + COUNTER.incrementAndGet()
                        + ".part";
        this.temporary = this.target.resolveSibling(name);
    }

    /**
     * Prepares a file; missing folders are created.
     *
     * @throws NotWritable if its folder cannot be created or the name is taken by a folder
     */
    public static PendingFile in(Path target) {
        PendingFile file = new PendingFile(target);
        if (Files.isDirectory(file.target)) {
            throw new NotWritable(
                    "Cannot write " + target + ": a folder of that name exists.", null);
        }
        createFolder(file.target.getParent());
        return file;
    }

    /** Where to write until {@link #commit()}. */
    public Path temporary() {
        return temporary;
    }

    /** Moves the temporary file into place. */
    public void commit() {
        try {
            moveIntoPlace();
            finished = true;
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** Deletes the temporary file unless it was moved into place. */
    @Override
    public void close() {
        if (!finished) {
            finished = true;
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException ignored) {
                // The caller already learns why the file was given up.
            }
        }
    }

    /** The error that tells why this file cannot be written. */
    public NotWritable notWritable(IOException cause) {
        return failure(target, cause);
    }

    private void moveIntoPlace() throws IOException {
        try {
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Makes a folder and those above it, as far as they are missing.
     *
     * @throws NotWritable naming the folder and what is in the way
     */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new NotWritable(
                    "Cannot create the folder " + folder + ": a file is in its way.", e);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The error that tells why a path cannot be written. */
    public static NotWritable failure(Path path, IOException cause) {
        return new NotWritable("Cannot write " + path + ": " + reason(cause) + ".", cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return "its folder does not exist";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
