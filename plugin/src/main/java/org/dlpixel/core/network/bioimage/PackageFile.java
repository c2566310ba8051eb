package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * The zip around a package. Reading never unpacks to disk, and refuses names that lead out of the
 * package, names given twice, and entries larger than the reader expects or than packing explains.
 */
final class PackageFile implements AutoCloseable {

    static final int MAX_ENTRIES = 1000;

    /** Weights hardly get smaller by packing; only what is of no use does by more than this. */
    private static final long MAX_RATIO = 100;

    private static final long SMALL_BYTES = 1 << 20;

    /** Fixed, so that the bytes do not depend on clock or time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private final ZipFile zip;

    private PackageFile(ZipFile zip) {
        this.zip = zip;
    }

    /** Writes the files in their order, uncompressed; the stream stays open. */
    static void write(Map<String, byte[]> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            CRC32 crc = new CRC32();
            crc.update(file.getValue());
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(TIME);
            entry.setSize(file.getValue().length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Opens a package and checks the names in it.
     *
     * @throws Unreadable if a name is refused
     */
    static PackageFile open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            requireSafe(Collections.list(zip.entries()));
            return new PackageFile(zip);
        } catch (Unreadable e) {
            zip.close();
            throw e;
        }
    }

    private static void requireSafe(List<? extends ZipEntry> entries) {
        if (entries.size() > MAX_ENTRIES) {
            throw new Unreadable(
                    "Illegal number of entries: "
                            + entries.size()
                            + ", must be at most "
                            + MAX_ENTRIES
                            + ".");
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (leadsOut(name)) {
                throw new Unreadable("Illegal entry: " + name + ", must lie in the package.");
            }
            if (!names.add(name)) {
                throw new Unreadable("Illegal entry: " + name + ", must be there only once.");
            }
        }
    }

    private static boolean leadsOut(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..");
    }

    /** The name of a file as the zip has it; descriptions may begin with {@code ./}. */
    static String local(String source) {
        return source.startsWith("./") ? source.substring(2) : source;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** How large a file of the package claims to be, bytes; -1 if it does not say. */
    long size(String name) {
        return zip.getEntry(name).getSize();
    }

    /**
     * One file of the package.
     *
     * @param maxBytes it may not be larger, whatever the zip declares
     * @throws Unreadable if it is missing, larger, or unpacks to so much more than it takes that it
     *     must be meant to harm
     */
    byte[] read(String name, long maxBytes) throws IOException {
        ZipEntry entry =
                Optional.ofNullable(zip.getEntry(name))
                        .orElseThrow(() -> new Unreadable(name + " is missing in the package."));
        long plausible = SMALL_BYTES + MAX_RATIO * Math.max(0, entry.getCompressedSize());
        if (entry.getSize() > plausible) {
            throw new Unreadable(
                    "Illegal size of "
                            + name
                            + ": "
                            + entry.getSize()
                            + " bytes packed into "
                            + entry.getCompressedSize()
                            + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            int limit = (int) Math.min(Math.min(maxBytes, plausible), Integer.MAX_VALUE - 16);
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new Unreadable(
                        "Illegal size of " + name + ": more than " + limit + " bytes.");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
