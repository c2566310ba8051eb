package org.dlpixel.core.view;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A picture: {@code rgb[y * width + x]} is 0xRRGGBB. The array is shared, not copied.
 *
 * @param width pixels along x, at least 1
 * @param height pixels along y, at least 1
 * @param rgb height * width colours
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are shared on purpose; equality is identity
public record RgbImage(int width, int height, int[] rgb) {

    public RgbImage {
        if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(width, height)) {
            throw InvalidInput.of(
                    "picture",
                    width + " x " + height + " with " + rgb.length + " pixels",
                    "at least 1 x 1 and full");
        }
    }

    public int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** The picture as a PNG file. */
    public byte[] png() {
        return Png.encode(this);
    }
}
