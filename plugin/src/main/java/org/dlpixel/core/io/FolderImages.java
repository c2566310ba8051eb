package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** The image files of a folder. */
public final class FolderImages {

    private static final Set<String> EXTENSIONS =
            Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp");

    private FolderImages() {}

    /** The images at the top level of a folder, sorted by name; none if there is no folder. */
    public static List<Path> of(Path folder) {
        return files(folder, EXTENSIONS);
    }

    /**
     * The files at the top level of a folder that are not hidden, sorted by name; none if there is
     * no folder.
     *
     * @param extensions lower case, without the dot
     * @throws Unreadable if the folder cannot be read
     */
    public static List<Path> files(Path folder, Set<String> extensions) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> extensions.contains(extension(file)))
                    .sorted((a, b) -> a.getFileName().compareTo(b.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new Unreadable("Cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A file's name without its extension. */
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
