package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelType;

/**
 * A single uncompressed 2-D image as baseline TIFF (TIFF 6.0, part 1), the samples of a pixel side
 * by side: what numpy programs read as (Y, X) or (Y, X, C).
 */
public final class PlainTiff {

    private static final int HEADER = 8;
    private static final int GREY = 1;
    private static final int RGB = 2;

    private PlainTiff() {}

    /** Writes a file that does not exist yet; an image has one or three channels. */
    public static void write(Path file, FloatImage image, PixelType type) throws IOException {
        ByteBuffer pixels =
                ByteBuffer.allocate(image.pixels().length * type.bytes())
                        .order(ByteOrder.LITTLE_ENDIAN);
        PixelEncoder.encode(type, chunky(image), 0, pixels);
        int directory = tags(image, type, 0).size();
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
        ByteBuffer[] parts = {
            header.rewind(), tags(image, type, HEADER + directory).bytes(HEADER, 0), pixels.rewind()
        };
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (parts[parts.length - 1].hasRemaining()) {
                out.write(parts);
            }
        }
    }

    private static float[] chunky(FloatImage image) {
        int channels = image.channels();
        if (channels == 1) {
            return image.pixels();
        }
        int plane = image.width() * image.height();
        float[] out = new float[image.pixels().length];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < plane; i++) {
                out[i * channels + c] = image.pixels()[c * plane + i];
            }
        }
        return out;
    }

    private static TiffTags tags(FloatImage image, PixelType type, long pixels) {
        int channels = image.channels();
        int[] bits = new int[channels];
        int[] formats = new int[channels];
        Arrays.fill(bits, type.bytes() * 8);
        Arrays.fill(formats, type.isFloat() ? 3 : 1);
        return new TiffTags(false)
                .number(256, image.width())
                .number(257, image.height())
                .shorts(258, bits)
                .shorts(259, 1)
                .shorts(262, channels == 1 ? GREY : RGB)
                .offset(273, pixels)
                .shorts(277, channels)
                .number(278, image.height())
                .offset(279, (long) image.pixels().length * type.bytes())
                .shorts(284, 1)
                .shorts(339, formats);
    }
}
