package org.dlpixel.core.view;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes 8-bit RGB PNG (ISO/IEC 15948), adaptive filtering by the least sum of differences. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES = 3;
    private static final int FILTERS = 5;

    private Png() {}

    static byte[] encode(RgbImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(image.width())
                        .putInt(image.height())
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        chunk(out, "IHDR", header);
        chunk(out, "sRGB", new byte[] {0});
        chunk(out, "IDAT", deflate(filtered(image)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
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

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** One filter byte and the filtered bytes of each row. */
    private static byte[] filtered(RgbImage image) {
        int stride = BYTES * image.width();
        byte[] out = new byte[(stride + 1) * image.height()];
        byte[] above = new byte[stride];
        byte[] row = new byte[stride];
        byte[] trial = new byte[stride];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int rgb = image.at(x, y);
                row[BYTES * x] = (byte) (rgb >> 16);
                row[BYTES * x + 1] = (byte) (rgb >> 8);
                row[BYTES * x + 2] = (byte) rgb;
            }
            long least = Long.MAX_VALUE;
            int at = y * (stride + 1);
            for (int filter = 0; filter < FILTERS; filter++) {
                long cost = filter(filter, row, above, trial);
                if (cost < least) {
                    least = cost;
                    out[at] = (byte) filter;
                    System.arraycopy(trial, 0, out, at + 1, stride);
                }
            }
            byte[] swap = above;
            above = row;
            row = swap;
        }
        return out;
    }

    private static long filter(int filter, byte[] row, byte[] above, byte[] out) {
        long cost = 0;
        for (int i = 0; i < row.length; i++) {
            int a = i < BYTES ? 0 : row[i - BYTES] & 0xff;
            int b = above[i] & 0xff;
            int c = i < BYTES ? 0 : above[i - BYTES] & 0xff;
            int guess =
                    switch (filter) {
                        case 1 -> a;
                        case 2 -> b;
                        case 3 -> (a + b) / 2;
                        case 4 -> paeth(a, b, c);
                        default -> 0;
                    };
            out[i] = (byte) (row[i] - guess);
            cost += Math.abs(out[i]);
        }
        return cost;
    }

    private static int paeth(int a, int b, int c) {
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        if (pa <= pb && pa <= pc) {
            return a;
        }
        return pb <= pc ? b : c;
    }
}
