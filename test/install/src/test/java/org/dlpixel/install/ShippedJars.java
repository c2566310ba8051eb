package org.dlpixel.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Every class that an archive holds, in jars within jars too. */
final class ShippedJars {

    private ShippedJars() {}

    /**
     * @param archive a zip or jar file
     * @return path through the archives ({@code plugins/a.jar!lib/b.jar!c/D.class}) to class file
     */
    static Map<String, byte[]> classes(Path archive) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (InputStream in = Files.newInputStream(archive)) {
            collect("", in, classes);
        }
        return classes;
    }

    private static void collect(String path, InputStream in, Map<String, byte[]> classes)
            throws IOException {
        // Not closed: closing would close the archive around it.
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = path + entry.getName();
            if (name.endsWith(".jar")) {
                collect(name + "!", zip, classes);
            } else if (name.endsWith(".class")) {
                classes.put(name, zip.readAllBytes());
            }
        }
    }
}
