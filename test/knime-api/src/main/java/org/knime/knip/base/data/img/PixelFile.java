package org.knime.knip.base.data.img;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.imglib2.img.Img;

/** Pixels in a file: big-endian, first dimension fastest, nothing else. */
final class PixelFile {
    private static final int BUFFER = 1 << 20;

    private PixelFile() {}

    static void write(Path file, Img<?> img) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            for (Object array : PixelLayout.arrays(img)) {
                write(channel, buffer, PixelArray.of(array));
            }
        }
    }

    static Img<?> read(Path file, ImgHeader header) throws IOException {
        Img<?> img = header.kind().create(header.layout(), header.dimensions());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != header.bytes()) {
                throw new IOException(
                        "illegal size of %s: %d bytes, must be %d"
                                .formatted(file, channel.size(), header.bytes()));
            }
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            for (Object array : PixelLayout.arrays(img)) {
                read(channel, buffer, PixelArray.of(array));
            }
        }
        return img;
    }

    private static void write(FileChannel channel, ByteBuffer buffer, PixelArray array)
            throws IOException {
        int most = BUFFER / array.bytes();
        for (int from = 0; from < array.length(); from += most) {
            int count = Math.min(most, array.length() - from);
            buffer.clear().limit(count * array.bytes());
            array.put(from, count, buffer);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    private static void read(FileChannel channel, ByteBuffer buffer, PixelArray array)
            throws IOException {
        int most = BUFFER / array.bytes();
        for (int from = 0; from < array.length(); from += most) {
            int count = Math.min(most, array.length() - from);
            buffer.clear().limit(count * array.bytes());
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new IOException("unexpected end of the pixels");
                }
            }
            array.get(from, count, buffer.flip());
        }
    }
}
