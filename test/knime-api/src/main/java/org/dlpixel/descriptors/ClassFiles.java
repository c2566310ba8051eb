package org.dlpixel.descriptors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class files below folders. */
final class ClassFiles {
    private ClassFiles() {}

    static List<byte[]> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(ClassFiles::isType).sorted().toList();
        }
        List<byte[]> classes = new ArrayList<>();
        for (Path file : files) {
            classes.add(Files.readAllBytes(file));
        }
        return classes;
    }

    private static boolean isType(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class")
                && !name.equals("package-info.class")
                && !name.equals("module-info.class");
    }
}
