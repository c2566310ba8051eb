package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;

/** The folder that results go to. */
public final class OutputFolder {

    private OutputFolder() {}

    /**
     * Checks that a folder is writable, or could be created, without touching anything.
     *
     * @throws NotWritable naming the folder and what is in the way
     */
    public static void requirePlausible(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null) {
            throw new NotWritable("Cannot write into " + folder + ": no such drive.", null);
        }
        if (!Files.isDirectory(existing)) {
            throw new NotWritable(
                    "Cannot write into " + folder + ": " + existing + " is a file.", null);
        }
        if (!Files.isWritable(existing)) {
            throw new NotWritable(
                    "Cannot write into " + folder + ": no permission to write in " + existing + ".",
                    null);
        }
    }

    /**
     * Checks, before anything long, that files can be made in a folder; it is created if missing.
     *
     * @throws NotWritable naming the folder and the reason
     */
    public static void requireWritable(Path folder) {
        try (PendingFile probe = PendingFile.in(folder.resolve("probe"))) {
            try {
                Files.write(probe.temporary(), new byte[] {0});
            } catch (IOException e) {
                throw PendingFile.failure(folder, e);
            }
        }
    }
}
