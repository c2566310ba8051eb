package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packages that PyTorch wrote (see make_packages.py beside them), and changed copies of them. */
public final class ForeignZips {

    /** Specification 0.5, two input channels, three classes, softmax, sizes 16 + 8 k, halo 4. */
    public static final String SCRIPTED = "scripted_0_5.zip";

    /** Specification 0.4, one channel in and out, sigmoid, 32 x 48 only, halo 4. */
    public static final String TRACED = "traced_0_4.zip";

    private ForeignZips() {}

    /** The files of a package by name. */
    public static Map<String, byte[]> files(String name) throws IOException {
        return files(ForeignZips.class.getResourceAsStream("foreign/" + name));
    }

    /** The files of a package, which is closed. */
    static Map<String, byte[]> files(InputStream in) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Writes a package. */
    public static Path write(Path target, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return target;
    }

    /** The package as it is, in a folder. */
    public static Path copy(String name, Path folder) throws IOException {
        return write(folder.resolve(name), files(name));
    }

    /** The package with a text of its description replaced. */
    static Path changed(String name, Path folder, String what, String by) throws IOException {
        Map<String, byte[]> files = files(name);
        String rdf = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
        if (!rdf.contains(what)) {
            throw new IllegalArgumentException(what + " is not in " + rdf);
        }
        files.put("rdf.yaml", rdf.replace(what, by).getBytes(StandardCharsets.UTF_8));
        return write(folder.resolve("changed.zip"), files);
    }
}
