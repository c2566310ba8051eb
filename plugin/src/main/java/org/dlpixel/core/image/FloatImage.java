package org.dlpixel.core.image;

import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A small 2-D image held in memory: a ROI or a patch.
 *
 * <p>{@code pixels[(c * height + y) * width + x]}, any intensity unit. The array is shared, not
 * copied: whoever changes it owns the image.
 *
 * @param width pixels along x, at least 1
 * @param height pixels along y, at least 1
 * @param channels planes, at least 1
 * @param pixels channels * height * width values
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are shared on purpose; equality is identity
public record FloatImage(int width, int height, int channels, float[] pixels) {

    public FloatImage {
        if (width < 1 || height < 1 || channels < 1) {
            throw InvalidInput.of(
                    "image size",
                    width + " x " + height + " x " + channels,
                    "at least 1 along every axis");
        }
        if (pixels.length != Math.multiplyExact(channels, Math.multiplyExact(height, width))) {
            throw InvalidInput.of(
                    "number of pixels",
                    pixels.length,
                    "width " + width + " * height " + height + " * channels " + channels);
        }
    }

    /** An image of zeros. */
    public static FloatImage zeros(int width, int height, int channels) {
        int length = Math.multiplyExact(channels, Math.multiplyExact(height, width));
        return new FloatImage(width, height, channels, new float[length]);
    }

    public float at(int x, int y, int channel) {
        return pixels[(channel * height + y) * width + x];
    }

    /** The channels from one to before another, copied. */
    public FloatImage channels(int from, int to) {
        int plane = width * height;
        float[] part = Arrays.copyOfRange(pixels, from * plane, to * plane);
        return new FloatImage(width, height, to - from, part);
    }

    /** This image with the channels of another one of the same size behind its own, copied. */
    public FloatImage with(FloatImage more) {
        if (more.width != width || more.height != height) {
            throw InvalidInput.of(
                    "size of further channels",
                    more.width + " x " + more.height,
                    "that of the image, " + width + " x " + height);
        }
        float[] all = Arrays.copyOf(pixels, pixels.length + more.pixels.length);
        System.arraycopy(more.pixels, 0, all, pixels.length, more.pixels.length);
        return new FloatImage(width, height, channels + more.channels, all);
    }

    /** The pixels inside a box, copied. The box must lie in the image. */
    public FloatImage crop(Roi box) {
        box.requireInside(width, height);
        FloatImage out = zeros(box.width(), box.height(), channels);
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < box.height(); y++) {
                System.arraycopy(
                        pixels,
                        (c * height + box.yStart() + y) * width + box.xStart(),
                        out.pixels,
                        (c * box.height() + y) * box.width(),
                        box.width());
            }
        }
        return out;
    }
}
