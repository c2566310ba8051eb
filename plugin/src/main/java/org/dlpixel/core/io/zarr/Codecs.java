package org.dlpixel.core.io.zarr;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** The steps that are understood, by the names that Zarr gives them. */
final class Codecs {

    private Codecs() {}

    /** The codec of a name, e.g. the {@code id} of a compressor in format 2. */
    static Codec named(String name) {
        return switch (name) {
            case "gzip" -> Codecs::gunzip;
            case "zlib" -> Codecs::inflate;
            case "zstd" -> (bytes, limit) -> decompress(new ZstdDecompressor(), bytes, 0, limit);
            case "lz4" -> Codecs::lz4;
            case "blosc" -> Blosc::decode;
            case "crc32c" -> Codecs::checked;
            default ->
                    throw new Unreadable(
                            "its compression \""
                                    + name
                                    + "\" is not supported; zstd, gzip, zlib,"
                                    + " lz4, blosc or none are");
        };
    }

    /** The codec that a JSON object names under a key. */
    static Codec of(JsonObject json, String key) {
        JsonElement name = json.get(key);
        if (name == null || !name.isJsonPrimitive()) {
            throw new Unreadable("its metadata name no codec in " + json);
        }
        return named(name.getAsString());
    }

    private static byte[] gunzip(byte[] bytes, int limit) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return readAll(in, limit);
        }
    }

    static byte[] inflate(byte[] bytes, int limit) throws IOException {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return readAll(in, limit);
        }
    }

    private static byte[] readAll(InputStream in, int limit) throws IOException {
        byte[] out = in.readNBytes(limit);
        if (in.read() >= 0) {
            throw new IOException("a chunk is larger than announced");
        }
        return out;
    }

    /** Numcodecs puts the length before the block. */
    private static byte[] lz4(byte[] bytes, int limit) throws IOException {
        if (bytes.length < Integer.BYTES) {
            throw new IOException("a chunk is too short");
        }
        return decompress(new Lz4Decompressor(), bytes, Integer.BYTES, limit);
    }

    static byte[] decompress(Decompressor codec, byte[] bytes, int from, int limit)
            throws IOException {
        byte[] out = new byte[limit];
        try {
            int n = codec.decompress(bytes, from, bytes.length - from, out, 0, limit);
            return n == limit ? out : Arrays.copyOf(out, n);
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new IOException("a chunk is damaged: " + e.getMessage(), e);
        }
    }

    /** The last four bytes are the CRC-32C of those before. */
    private static byte[] checked(byte[] bytes, int limit) throws IOException {
        int length = bytes.length - Integer.BYTES;
        if (length < 0) {
            throw new IOException("a chunk is too short for its checksum");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        int stated = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
        if ((int) sum.getValue() != stated) {
            throw new IOException("a chunk does not have its checksum");
        }
        return Arrays.copyOf(bytes, length);
    }
}
