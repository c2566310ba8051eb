package org.dlpixel.core.io.zarr;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PixelType;

/**
 * Writes an array chunk by chunk, in any order, little-endian, in C order. Integers are compressed
 * with zstd; floats are not, for they would take ten times as long and hardly get smaller. Chunks
 * are files {@code z/y/x} in format 2 and {@code c/z/y/x} in format 3.
 */
public final class ZarrArrayWriter {

    /**
     * What an array is. All lists go from the slowest axis to the fastest.
     *
     * @param version storage format
     * @param shape extent per axis
     * @param chunk extent of a chunk per axis
     * @param names of the axes
     * @param type how a value is stored
     */
    public record Spec(
            ZarrVersion version,
            List<Integer> shape,
            List<Integer> chunk,
            List<String> names,
            PixelType type) {
        public Spec {
            shape = List.copyOf(shape);
            chunk = List.copyOf(chunk);
            names = List.copyOf(names);
        }

        boolean compressed() {
            return !type.isFloat();
        }
    }

    private static final StandardOpenOption[] OPTIONS = {
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
    };

    private final Path folder;
    private final ChunkKeys keys;
    private final boolean compress;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private byte[] compressed = new byte[0];

    /** Writes the metadata. */
    public ZarrArrayWriter(Path folder, Spec spec) throws IOException {
        this.folder = folder;
        this.compress = spec.compressed();
        this.keys = new ChunkKeys(spec.version == ZarrVersion.V3 ? "c/" : "", "/");
        Files.createDirectories(folder);
        boolean v3 = spec.version == ZarrVersion.V3;
        Files.writeString(
                folder.resolve(v3 ? "zarr.json" : ".zarray"),
                MetadataJson.print(v3 ? ArrayJson.v3(spec) : ArrayJson.v2(spec)));
    }

    /**
     * Writes a chunk.
     *
     * @param values a whole chunk as stored, uncompressed
     * @param sum is updated with the bytes as they are stored
     * @param chunk number of the chunk along every axis
     */
    public void write(byte[] values, CRC32 sum, int... chunk) throws IOException {
        ByteBuffer bytes = compress ? compressed(values) : ByteBuffer.wrap(values);
        sum.update(bytes.duplicate());
        Path file = keys.path(folder, chunk);
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, OPTIONS)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private ByteBuffer compressed(byte[] values) {
        int most = compressor.maxCompressedLength(values.length);
        if (compressed.length < most) {
            compressed = new byte[most];
        }
        int length = compressor.compress(values, 0, values.length, compressed, 0, most);
        return ByteBuffer.wrap(compressed, 0, length);
    }

    /**
     * Updates a checksum with a chunk on disk.
     *
     * @throws NoSuchFileException if there is none
     */
    public void check(CRC32 sum, int... chunk) throws IOException {
        sum.update(Files.readAllBytes(keys.path(folder, chunk)));
    }
}
