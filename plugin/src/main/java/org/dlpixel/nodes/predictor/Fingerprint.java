package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.CRC32C;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;

/** Tells whether two volumes are the same, as far as is needed to go on with a result. */
final class Fingerprint {

    private Fingerprint() {}

    /**
     * All files of a path, however deep in folders: names, sizes and times of change.
     *
     * @param results the folder that results are written to; if it lies inside the path, it is left
     *     out, or else results would change what they are results of
     */
    static String ofFiles(Path path, Path results) {
        try {
            Path real = path.toRealPath();
            Listing listing = new Listing(real, results.toRealPath());
            Files.walkFileTree(real, listing);
            return path + " " + listing.files + " files " + Long.toHexString(listing.sum());
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** A sum over files that does not depend on the order in which they are found. */
    private static final class Listing extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Path results;
        private long files;
        private long sum;

        Listing(Path root, Path results) {
            this.root = root;
            this.results = results;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
            return folder.equals(results) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
            String line = root.relativize(file) + "\n" + found.size() + " " + time(file, found);
            files++;
            sum += hash(line.getBytes(StandardCharsets.UTF_8));
            return FileVisitResult.CONTINUE;
        }

        /** What a link leads to may change without the link. */
        private static FileTime time(Path file, BasicFileAttributes found) throws IOException {
            return found.isSymbolicLink() && Files.exists(file)
                    ? Files.getLastModifiedTime(file)
                    : found.lastModifiedTime();
        }

        long sum() {
            return sum;
        }
    }

    /** The first 8 bytes of SHA-256. */
    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Extent and all pixels of a stack. */
    static String ofPixels(SliceSource source, Progress progress) {
        float[] slice = new float[source.shape().plane() * source.shape().channels()];
        ByteBuffer row = ByteBuffer.allocate(1 << 16);
        CRC32C sum = new CRC32C();
        for (int z = 0; z < source.shape().slices(); z++) {
            progress.checkCancelled();
            source.read(z, slice);
            add(slice, row, sum);
        }
        return List.of(source.shape(), source.pixelType(), sum.getValue()).toString();
    }

    private static void add(float[] values, ByteBuffer row, CRC32C sum) {
        for (int i = 0; i < values.length; ) {
            int count = Math.min(values.length - i, row.capacity() / Float.BYTES);
            row.clear();
            row.asFloatBuffer().put(values, i, count);
            row.limit(count * Float.BYTES);
            sum.update(row);
            i += count;
        }
    }
}
