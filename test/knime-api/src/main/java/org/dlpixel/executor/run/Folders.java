package org.dlpixel.executor.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Temporary folders. */
public final class Folders {
    private Folders() {}

    /**
     * Deletes a folder with everything in it; links are deleted, not followed.
     *
     * @return whether it is gone; a file in use may stay
     */
    public static boolean delete(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try {
            Files.walkFileTree(folder, new Deleter());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
