package org.dlpixel.benchmark.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.dlpixel.core.view.RgbImage;

/**
 * A PNG (ISO/IEC 15948) of at most 256 colours: a third of the bytes, and nobody sees the
 * difference. Rows are not filtered, which suits a palette best.
 */
final class IndexedPng {

    private static final int COLOURS = 256;
    private static final int MOST_LEVELS = 32;
    private static final int LEAST_LEVELS = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private IndexedPng() {}

    /**
     * Writes a picture with as many levels per channel, at most 32, as 256 colours and the limit
     * allow.
     *
     * @param limit bytes
     */
    static byte[] encode(RgbImage picture, int limit) {
        for (int levels = MOST_LEVELS; levels >= LEAST_LEVELS; levels--) {
            Map<Integer, Integer> palette = palette(picture, levels);
            if (palette.size() <= COLOURS) {
                byte[] png = write(picture, levels, palette);
                if (png.length <= limit) {
                    return png;
                }
            }
        }
        throw new IllegalArgumentException("The picture needs more than " + limit + " bytes");
    }

    private static Map<Integer, Integer> palette(RgbImage picture, int levels) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int rgb : picture.rgb()) {
            palette.putIfAbsent(rounded(rgb, levels), palette.size());
        }
        return palette;
    }

    /** The nearest colour whose channels are multiples of 255 / (levels - 1). */
    static int rounded(int rgb, int levels) {
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int v = (rgb >> shift) & 0xff;
            int level = Math.round(v * (levels - 1) / 255f);
            out |= Math.round(level * 255f / (levels - 1)) << shift;
        }
        return out;
    }

    private static byte[] write(RgbImage picture, int levels, Map<Integer, Integer> palette) {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(picture.width()).putInt(picture.height());
        header.put(new byte[] {8, 3, 0, 0, 0});
        ByteBuffer colours = ByteBuffer.allocate(3 * palette.size());
        for (int rgb : palette.keySet()) {
            colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header.array());
        chunk(out, "PLTE", colours.array());
        chunk(out, "IDAT", deflated(indices(picture, levels, palette)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A byte that names the filter, none, and then a byte per pixel, row by row. */
    private static byte[] indices(RgbImage picture, int levels, Map<Integer, Integer> palette) {
        int stride = picture.width() + 1;
        byte[] indices = new byte[stride * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int colour = rounded(picture.at(x, y), levels);
                indices[y * stride + 1 + x] = palette.get(colour).byteValue();
            }
        }
        return indices;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            byte[] out = new byte[2 * data.length + 64];
            int length = deflater.deflate(out);
            return Arrays.copyOf(out, length);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
