package org.dlpixel.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntToLongFunction;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.WholeSlices;

/**
 * Uncompressed pages, each in one piece of the file, read in blocks. Several threads may read at
 * once. Memory for blocks is used again and again: an array per page would be garbage that makes
 * the heap grow over a large stack.
 */
final class PlainPages implements PageReader {

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;
    private final IntToLongFunction start;
    private final TiffPage layout;
    private final ByteOrder order;
    private final Queue<ByteBuffer> spare = new ConcurrentLinkedQueue<>();
    private final Queue<short[]> spareValues = new ConcurrentLinkedQueue<>();

    /**
     * @param file the open file
     * @param start first byte of each page
     * @param layout size and type, the same for all pages
     * @param order byte order of the pixels
     */
    PlainPages(FileChannel file, IntToLongFunction start, TiffPage layout, ByteOrder order) {
        this.file = file;
        this.start = start;
        this.layout = layout;
        this.order = order;
    }

    /** Whether {@link #readWhole} can be called. */
    boolean isWhole() {
        boolean unsigned = layout.type() == PixelType.UINT8 || layout.type() == PixelType.UINT16;
        return unsigned && layout.samples() == 1;
    }

    /**
     * Reads a page of unsigned numbers.
     *
     * @param offset of the page's first value
     */
    void readWhole(int page, int offset, WholeSlices.Taker taker) throws IOException {
        ByteBuffer block = block();
        int size = layout.type().bytes();
        short[] values = values();
        try {
            for (int done = 0; done < plane(); done += BLOCK) {
                int count = Math.min(BLOCK, plane() - done);
                fill(
                        block.clear().limit(count * size),
                        start.applyAsLong(page) + (long) done * size);
                PixelDecoder.unsigned(layout.type(), block.flip(), values, count);
                taker.take(offset + done, values, count);
            }
        } finally {
            spare.add(block);
            spareValues.add(values);
        }
    }

    private short[] values() {
        short[] values = spareValues.poll();
        return values == null ? new short[Math.min(plane(), BLOCK)] : values;
    }

    private ByteBuffer block() {
        ByteBuffer block = spare.poll();
        if (block != null) {
            return block;
        }
        int pixels = Math.min(plane(), BLOCK);
        return ByteBuffer.allocateDirect(pixels * step() * layout.type().bytes()).order(order);
    }

    @Override
    public void read(int page, float[] target, int offset) throws IOException {
        ByteBuffer block = block();
        try {
            read(page, block, target, offset);
        } finally {
            spare.add(block);
        }
    }

    private void read(int page, ByteBuffer block, float[] target, int offset) throws IOException {
        int plane = plane();
        int step = step();
        int size = layout.type().bytes();
        int planes = layout.chunky() ? 1 : layout.samples();
        for (int p = 0; p < planes; p++) {
            long first = start.applyAsLong(page) + (long) p * plane * size;
            for (int done = 0; done < plane; done += BLOCK) {
                int count = Math.min(BLOCK, plane - done);
                fill(block.clear().limit(count * step * size), first + (long) done * step * size);
                for (int s = 0; s < step; s++) {
                    int at = offset + (p + s) * plane + done;
                    PixelDecoder.decode(
                            layout.type(), block, s * size, step * size, target, at, count);
                }
            }
        }
    }

    private int plane() {
        return layout.width() * layout.height();
    }

    /** Values from a pixel to the next one. */
    private int step() {
        return layout.chunky() ? layout.samples() : 1;
    }

    private void fill(ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends within the page");
            }
        }
    }
}
