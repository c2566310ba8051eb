package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.zarr.ZarrArrayWriter;
import org.dlpixel.core.io.zarr.ZarrVersion;

/**
 * One resolution of an OME-Zarr image on its way to disk: axes (t,) (c,) z, y, x; one slice per
 * chunk.
 */
final class OmeLevel {

    /** Most pixels of a chunk along x and y. */
    private static final int CHUNK = 1024;

    private final ZarrArrayWriter array;
    private final VolumeShape shape;
    private final PixelType type;
    private final int chunkWidth;
    private final int chunkHeight;
    private final byte[] bytes;
    private final ByteBuffer chunk;

    OmeLevel(Path folder, ZarrVersion version, VolumeShape shape, PixelType type)
            throws IOException {
        this.shape = shape;
        this.type = type;
        this.chunkWidth = Math.min(CHUNK, shape.width());
        this.chunkHeight = Math.min(CHUNK, shape.height());
        this.bytes = new byte[chunkWidth * chunkHeight * type.bytes()];
        this.chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.array =
                new ZarrArrayWriter(
                        folder,
                        new ZarrArrayWriter.Spec(
                                version,
                                axes(
                                        shape.times(),
                                        shape.channels(),
                                        shape.depth(),
                                        shape.height(),
                                        shape.width()),
                                axes(1, 1, 1, chunkHeight, chunkWidth),
                                OmeJson.axisNames(shape),
                                type));
    }

    private List<Integer> axes(int t, int c, int z, int y, int x) {
        List<Integer> axes = new ArrayList<>(List.of(z, y, x));
        if (shape.channels() > 1) {
            axes.add(0, c);
        }
        if (shape.times() > 1) {
            axes.add(0, t);
        }
        return axes;
    }

    VolumeShape shape() {
        return shape;
    }

    void write(int slice, float[] values, CRC32 sum) throws IOException {
        write(slice, sum, at -> PixelEncoder.encode(type, values, at, chunk));
    }

    /** Unsigned bytes. */
    void write(int slice, byte[] values, CRC32 sum) throws IOException {
        write(slice, sum, at -> chunk.put(values, at, chunk.remaining()));
    }

    /** Puts values from an index on into the chunk up to its limit. */
    private interface Row {
        void put(int at);
    }

    private void write(int slice, CRC32 sum, Row row) throws IOException {
        forEachChunk(
                slice,
                (index, c, top, left) -> {
                    fill(c, top, left, row);
                    array.write(bytes, sum, index);
                });
    }

    private void fill(int c, int top, int left, Row row) {
        int height = Math.min(chunkHeight, shape.height() - top);
        int width = Math.min(chunkWidth, shape.width() - left);
        Arrays.fill(bytes, (byte) 0);
        for (int y = 0; y < height; y++) {
            int start = y * chunkWidth * type.bytes();
            chunk.clear().position(start).limit(start + width * type.bytes());
            row.put((c * shape.height() + top + y) * shape.width() + left);
        }
    }

    /** Updates a checksum with what a slice is on disk. */
    void check(int slice, CRC32 sum) throws IOException {
        forEachChunk(slice, (index, c, top, left) -> array.check(sum, index));
    }

    /** Does something with a chunk. */
    private interface ChunkAction {
        void run(int[] index, int channel, int top, int left) throws IOException;
    }

    private void forEachChunk(int slice, ChunkAction action) throws IOException {
        for (int c = 0; c < shape.channels(); c++) {
            for (int top = 0; top < shape.height(); top += chunkHeight) {
                for (int left = 0; left < shape.width(); left += chunkWidth) {
                    int[] index =
                            axes(
                                            shape.time(slice),
                                            c,
                                            shape.z(slice),
                                            top / chunkHeight,
                                            left / chunkWidth)
                                    .stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray();
                    action.run(index, c, top, left);
                }
            }
        }
    }
}
