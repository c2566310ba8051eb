package org.dlpixel.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * A stack that is going to be written.
 *
 * @param path a file, or a folder for OME-Zarr; missing folders above it are made
 * @param shape extent
 * @param type how values are stored
 * @param voxelSize distance of voxels
 * @param content what the values mean
 * @param firstZ where the first slice of each time point lies along z, in the unit of the voxel
 *     size; 0 but for a part of a larger stack, whose first slice lies at 0
 */
public record StackTarget(
        Path path,
        VolumeShape shape,
        PixelType type,
        VoxelSize voxelSize,
        Content content,
        double firstZ) {

    public StackTarget {
        Objects.requireNonNull(path, "path");
        if (!Double.isFinite(firstZ)) {
            throw InvalidInput.of("position of the first slice", firstZ, "a finite number");
        }
        if (content instanceof Labels && (type != PixelType.UINT8 || shape.channels() != 1)) {
            throw InvalidInput.of(
                    "type of labels", type + " x " + shape.channels(), "UINT8 with one channel");
        }
        if (content instanceof Intensities i
                && !i.channels().isEmpty()
                && i.channels().size() != shape.channels()) {
            throw InvalidInput.of(
                    "number of channel names", i.channels().size(), "none or " + shape.channels());
        }
    }

    /** A stack whose first slice lies at 0. */
    public StackTarget(
            Path path, VolumeShape shape, PixelType type, VoxelSize voxelSize, Content content) {
        this(path, shape, type, voxelSize, content, 0);
    }

    /** The same with its first slice elsewhere along z, in the unit of the voxel size. */
    public StackTarget startingAt(double z) {
        return new StackTarget(path, shape, type, voxelSize, content, z);
    }

    /** A segmentation: one unsigned byte per voxel. */
    public static StackTarget labels(
            Path path, VolumeShape shape, VoxelSize voxelSize, List<Named> classes) {
        return new StackTarget(path, shape, PixelType.UINT8, voxelSize, new Labels(classes));
    }

    /** What the values of a stack mean. */
    public sealed interface Content permits Intensities, Labels {}

    /**
     * Something measured or computed, e.g. probabilities. Smaller copies hold means.
     *
     * @param channels names and colours of the channels by index; may be empty
     */
    public record Intensities(List<Named> channels) implements Content {
        public Intensities {
            channels = List.copyOf(channels);
        }
    }

    /**
     * Classes by label value. Smaller copies hold the most frequent of the values they cover.
     *
     * @param classes names and colours of the values; may be empty
     */
    public record Labels(List<Named> classes) implements Content {
        public Labels {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A label value or a channel with its name and colour.
     *
     * @param value label value, or 0-based channel
     * @param name for users
     * @param rgb 0xRRGGBB
     */
    public record Named(int value, String name, int rgb) {
        public Named {
            if (value < 0) {
                throw InvalidInput.of("label value of " + name, value, "0 or more");
            }
        }
    }
}
