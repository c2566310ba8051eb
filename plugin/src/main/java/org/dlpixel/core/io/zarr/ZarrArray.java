package org.dlpixel.core.io.zarr;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;

/** An array on disk, read chunk by chunk. Not safe for several threads. */
public final class ZarrArray {

    private final Path folder;
    private final ArrayMetadata metadata;
    private final ChunkCache cache;
    private byte[] missing;

    private ZarrArray(Path folder, ArrayMetadata metadata, ChunkCache cache) {
        this.folder = folder;
        this.metadata = metadata;
        this.cache = cache;
    }

    /** Whether a folder is an array. */
    public static boolean isArray(Path folder) {
        return Files.isRegularFile(folder.resolve(".zarray"))
                || ZarrGroup.nodeType(folder).equals("array");
    }

    /**
     * Reads the metadata of an array.
     *
     * @param cacheBytes memory for chunks that hold more than what is read at once
     * @throws Unreadable if there is none, or it cannot be understood
     */
    public static ZarrArray open(Path folder, long cacheBytes) throws IOException {
        Optional<JsonObject> v3 = MetadataJson.read(folder.resolve("zarr.json"));
        Optional<JsonObject> v2 = MetadataJson.read(folder.resolve(".zarray"));
        ArrayMetadata metadata =
                v3.map(MetadataV3::parse)
                        .or(() -> v2.map(MetadataV2::parse))
                        .orElseThrow(
                                () ->
                                        new Unreadable(
                                                "the array "
                                                        + folder.getFileName()
                                                        + " is missing"));
        return new ZarrArray(folder, metadata, new ChunkCache(cacheBytes));
    }

    /** Extent per axis, slowest first. */
    public List<Integer> shape() {
        return metadata.shape();
    }

    /** Names of the axes; empty if the array does not state them. */
    public List<String> names() {
        return metadata.names();
    }

    public PixelType type() {
        return metadata.chunks().type();
    }

    /** Takes a run of values out of a chunk. */
    @FunctionalInterface
    public interface Run {
        /**
         * @param chunk the stored values of a chunk, in their byte order
         * @param first byte of the first value
         * @param jump bytes from a value to the next
         * @param at where the first value belongs, counted in values
         * @param count number of values
         */
        void take(ByteBuffer chunk, int first, int jump, int at, int count);
    }

    /**
     * Reads a part of the array: some axes in full, the others at one place.
     *
     * @param position index per axis; ignored along those read in full
     * @param full the axes read in full, slowest first
     * @param run gets the values piece by piece; their places are those of C order over the axes
     *     read in full
     * @throws IOException if a chunk cannot be read
     */
    public void read(int[] position, List<Integer> full, Run run) throws IOException {
        cache.beginPart(slab(position, full));
        new PartReader(this, position, full, run).read();
    }

    ChunkCoding chunks() {
        return metadata.chunks();
    }

    private List<Integer> slab(int[] position, List<Integer> full) {
        List<Integer> slab = new ArrayList<>();
        for (int a = 0; a < position.length; a++) {
            slab.add(full.contains(a) ? 0 : position[a] / chunks().shape().get(a));
        }
        return slab;
    }

    /** The values of a chunk by its number along every axis. */
    ByteBuffer chunk(int[] chunk, boolean again) throws IOException {
        byte[] values = again ? cache.get(chunk, () -> load(chunk)) : load(chunk);
        return ByteBuffer.wrap(values).order(chunks().byteOrder());
    }

    private byte[] load(int[] chunk) throws IOException {
        Optional<byte[]> stored =
                metadata.shards().isPresent()
                        ? metadata.shards().get().read(folder, metadata.keys(), chunk)
                        : readFile(metadata.keys().path(folder, chunk));
        return stored.isPresent() ? chunks().decode(stored.get()) : missing();
    }

    private static Optional<byte[]> readFile(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private byte[] missing() {
        if (missing == null) {
            ByteBuffer b = ByteBuffer.allocate(chunks().bytes()).order(chunks().byteOrder());
            double fill = metadata.fill();
            while (fill != 0 && b.hasRemaining()) {
                switch (type()) {
                    case UINT8, INT8 -> b.put((byte) fill);
                    case UINT16, INT16 -> b.putShort((short) fill);
                    case UINT32, INT32 -> b.putInt((int) (long) fill);
                    case FLOAT32 -> b.putFloat((float) fill);
                    case FLOAT64 -> b.putDouble(fill);
                }
            }
            missing = b.array();
        }
        return missing;
    }
}
