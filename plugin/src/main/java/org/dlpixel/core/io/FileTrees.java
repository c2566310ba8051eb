package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes and moves files and folders as a whole. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a file, or a folder and all in it, if it exists; links are not followed. */
    public static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(root);
            return;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /**
     * Moves a file or folder to another name in the same folder. A folder of that name is moved
     * aside first and deleted last, so that at no time both are lost.
     */
    public static void replace(Path from, Path to) throws IOException {
        if (!Files.isDirectory(to)) {
            move(from, to);
            return;
        }
        Path aside = aside(to);
        delete(aside);
        move(to, aside);
        move(from, to);
        delete(aside);
    }

    /** Where {@link #replace} puts a folder for a moment. */
    static Path aside(Path to) {
        return to.resolveSibling("." + to.getFileName() + ".replaced");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
