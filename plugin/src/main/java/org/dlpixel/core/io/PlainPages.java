package org.dlpixel.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.IntToLongFunction;

/**
 * Uncompressed pages, each in one piece of the file, read in blocks of about a megabyte.
 *
 * @param file the open file
 * @param start first byte of each page
 * @param layout size and type, the same for all pages
 * @param order byte order of the pixels
 */
record PlainPages(FileChannel file, IntToLongFunction start, TiffPage layout, ByteOrder order)
        implements PageReader {

    private static final int BLOCK = 1 << 18;

    @Override
    public void read(int page, float[] target, int offset) throws IOException {
        int plane = layout.width() * layout.height();
        int planes = layout.chunky() ? 1 : layout.samples();
        int step = layout.chunky() ? layout.samples() : 1;
        int size = layout.type().bytes();
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(plane, BLOCK) * step * size).order(order);
        for (int p = 0; p < planes; p++) {
            long first = start.applyAsLong(page) + (long) p * plane * size;
            for (int done = 0; done < plane; done += BLOCK) {
                int count = Math.min(BLOCK, plane - done);
                fill(bytes.clear().limit(count * step * size), first + (long) done * step * size);
                for (int s = 0; s < step; s++) {
                    int at = offset + (p + s) * plane + done;
                    PixelDecoder.decode(
                            layout.type(), bytes, s * size, step * size, target, at, count);
                }
            }
        }
    }

    private void fill(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends within the page");
            }
        }
    }
}
