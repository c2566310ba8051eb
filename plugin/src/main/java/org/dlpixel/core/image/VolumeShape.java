package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Extent of a stack of slices, in pixels; or of several stacks of the same extent, one per time
 * point, whose slices are counted through: slice z of time point t is {@code t * depth() + z}.
 *
 * @param width along x, at least 1
 * @param height along y, at least 1
 * @param slices along z, of all time points together, at least 1
 * @param channels at least 1
 * @param times number of time points, at least 1; {@code slices} is a multiple of it
 */
public record VolumeShape(int width, int height, int slices, int channels, int times) {

    public VolumeShape {
        if (width < 1 || height < 1 || slices < 1 || channels < 1) {
            throw InvalidInput.of(
                    "volume shape",
                    width + " x " + height + " x " + slices + " x " + channels,
                    "at least 1 along every axis");
        }
        if (times < 1 || slices % times != 0) {
            throw InvalidInput.of(
                    "number of time points", times, "a divisor of the number of slices, " + slices);
        }
        if ((long) width * height * channels > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "slice size",
                    width + " x " + height + " x " + channels,
                    "below 2^31 pixels per slice");
        }
    }

    /** One time point. */
    public VolumeShape(int width, int height, int slices, int channels) {
        this(width, height, slices, channels, 1);
    }

    /** Slices of one time point. */
    public int depth() {
        return slices / times;
    }

    /** The 0-based time point of a slice. */
    public int time(int slice) {
        return slice / depth();
    }

    /** The 0-based position of a slice within its time point. */
    public int z(int slice) {
        return slice % depth();
    }

    /** The same with another number of slices, all time points together. */
    public VolumeShape withSlices(int count) {
        return new VolumeShape(width, height, count, channels, times);
    }

    /** The same with another number of channels. */
    public VolumeShape withChannels(int count) {
        return new VolumeShape(width, height, slices, count, times);
    }

    /** The extent of one time point. */
    public VolumeShape single() {
        return new VolumeShape(width, height, depth(), channels);
    }

    /** Pixels of one slice, one channel. */
    public int plane() {
        return width * height;
    }

    /** Voxels of one channel; may exceed 2^31. */
    public long voxels() {
        return (long) plane() * slices;
    }

    /**
     * Whether x, y, z and time extents agree (channels may differ). Slices that know nothing of
     * time fit those of several time points if they are as many.
     */
    public boolean sameExtent(VolumeShape other) {
        return width == other.width
                && height == other.height
                && slices == other.slices
                && (times == other.times || times == 1 || other.times == 1);
    }

    /**
     * {@code slices x height x width}, the order in which scientists speak of stacks; before it the
     * time points if there are several.
     */
    public String zyx() {
        String stack = depth() + " x " + height + " x " + width;
        return times == 1 ? stack : times + " x " + stack;
    }

    /** What the numbers of {@link #zyx} are. */
    public String zyxAxes() {
        return times == 1 ? "Z x Y x X" : "Time x Z x Y x X";
    }
}
