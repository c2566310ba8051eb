package org.dlpixel.core.image;

import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Distance between neighbouring pixel centres, and between time points where there are several.
 *
 * @param x along x, above 0
 * @param y along y, above 0
 * @param z between slices, above 0
 * @param unit of all three, e.g. {@code um} or {@code pixel}
 * @param time between time points
 */
public record VoxelSize(double x, double y, double z, String unit, TimeStep time) {

    /** Nothing is known: 1 pixel along every axis. */
    public static final VoxelSize UNKNOWN = new VoxelSize(1, 1, 1, "pixel");

    public VoxelSize {
        if (!(x > 0 && y > 0 && z > 0)) {
            throw InvalidInput.of("voxel size", x + " x " + y + " x " + z, "above 0");
        }
        Objects.requireNonNull(time, "time");
    }

    /** Nothing is known of time. */
    public VoxelSize(double x, double y, double z, String unit) {
        this(x, y, z, unit, TimeStep.UNKNOWN);
    }

    /** The same with another time between time points. */
    public VoxelSize withTime(TimeStep step) {
        return new VoxelSize(x, y, z, unit, step);
    }
}
