package org.dlpixel.core.image;

import java.util.Optional;

/**
 * A stack that is read one slice at a time, so that it may be larger than the memory. Stacks of
 * several time points follow each other, see {@link VolumeShape}.
 *
 * <p>Not safe for several threads at once unless an implementation says so.
 */
public interface SliceSource extends AutoCloseable {

    VolumeShape shape();

    PixelType pixelType();

    VoxelSize voxelSize();

    /** What the user calls it: a path or a row. */
    String name();

    /**
     * Reads raw intensities.
     *
     * @param slice 0-based
     * @param target gets channels * height * width values, (C, H, W), x fastest
     * @throws PixelClassificationException.Unreadable if the slice cannot be read
     */
    void read(int slice, float[] target);

    /**
     * The same slices without a way over floats, for stacks that store whole numbers from 0 to
     * 65535 and can do so faster than {@link #read}.
     */
    default Optional<WholeSlices> whole() {
        return Optional.empty();
    }

    /**
     * How many slices apart those are that count as neighbours for a network that sees neighbouring
     * slices, at least 1. More than 1 if slices lie closer than those that it was trained on.
     */
    default int neighbourDistance() {
        return 1;
    }

    /** Releases files; never fails. */
    @Override
    default void close() {}

    /** One slice as an image. */
    default FloatImage slice(int slice) {
        VolumeShape s = shape();
        FloatImage image = FloatImage.zeros(s.width(), s.height(), s.channels());
        read(slice, image.pixels());
        return image;
    }
}
