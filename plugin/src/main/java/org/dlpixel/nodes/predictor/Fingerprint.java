package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;

/** Tells whether two volumes are the same, as far as is needed to go on with a result. */
final class Fingerprint {

    private Fingerprint() {}

    /** All files of a path: names, sizes and times of change; of a folder its direct content. */
    static String ofFiles(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return of(path);
            }
            try (Stream<Path> content = Files.list(path)) {
                StringBuilder text = new StringBuilder();
                for (Path file : content.sorted().toList()) {
                    text.append(of(file)).append('\n');
                }
                return text.toString();
            }
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static String of(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return path + " " + found.size() + " " + found.lastModifiedTime();
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
