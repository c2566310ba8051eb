package org.dlpixel.core.predict;

import java.util.List;
import java.util.stream.LongStream;
import org.dlpixel.core.image.VoxelSize;

/**
 * How many pixels each class has in a slice.
 *
 * @param pixels by class index
 */
public record ClassCounts(List<Long> pixels) {

    public ClassCounts {
        pixels = List.copyOf(pixels);
    }

    /**
     * Counts.
     *
     * @param classes class index per pixel, each below {@code classCount}
     */
    public static ClassCounts of(byte[] classes, int classCount) {
        long[] counts = new long[classCount];
        for (byte c : classes) {
            counts[c]++;
        }
        return new ClassCounts(LongStream.of(counts).boxed().toList());
    }

    /** Area of a class, in squares of the voxel size's unit. */
    public double area(int classIndex, VoxelSize voxel) {
        return pixels.get(classIndex) * voxel.x() * voxel.y();
    }

    /** Volume of a class in a slice as thick as the slices' distance, in cubes of the unit. */
    public double volume(int classIndex, VoxelSize voxel) {
        return area(classIndex, voxel) * voxel.z();
    }
}
