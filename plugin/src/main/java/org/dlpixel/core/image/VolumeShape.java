package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Extent of a stack of slices, in pixels.
 *
 * @param width along x, at least 1
 * @param height along y, at least 1
 * @param slices along z (or time), at least 1
 * @param channels at least 1
 */
public record VolumeShape(int width, int height, int slices, int channels) {

    public VolumeShape {
        if (width < 1 || height < 1 || slices < 1 || channels < 1) {
            throw InvalidInput.of(
                    "volume shape",
                    width + " x " + height + " x " + slices + " x " + channels,
                    "at least 1 along every axis");
        }
        if ((long) width * height * channels > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "slice size",
                    width + " x " + height + " x " + channels,
                    "below 2^31 pixels per slice");
        }
    }

    /** Pixels of one slice, one channel. */
    public int plane() {
        return width * height;
    }

    /** Voxels of one channel; may exceed 2^31. */
    public long voxels() {
        return (long) plane() * slices;
    }

    /** Whether x, y and z extents agree (channels may differ). */
    public boolean sameExtent(VolumeShape other) {
        return width == other.width && height == other.height && slices == other.slices;
    }

    /** {@code slices x height x width}, the order in which scientists speak of stacks. */
    public String zyx() {
        return slices + " x " + height + " x " + width;
    }
}
