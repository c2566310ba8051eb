package org.dlpixel.core.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/** Files that are written in one go and appear under their name only when they are complete. */
public final class AtomicFile {

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
        try (PendingFile file = PendingFile.in(target)) {
            try {
                Files.write(file.temporary(), new byte[0], StandardOpenOption.CREATE_NEW);
                content.writeTo(file.temporary());
            } catch (IOException e) {
                throw file.notWritable(e);
            }
            file.commit();
        }
    }
}
