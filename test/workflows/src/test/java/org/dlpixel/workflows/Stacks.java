package org.dlpixel.workflows;

import java.nio.file.Path;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;
import org.dlpixel.core.phantom.PhantomFiles;
import org.dlpixel.core.phantom.VesselPhantomSettings;

/** Small stacks as files. */
final class Stacks {

    static final VoxelSize VOXEL = new VoxelSize(0.5, 0.5, 2, "um");

    /** Of films: kept only where there are several time points. */
    static final TimeStep STEP = new TimeStep(30, "s");

    private Stacks() {}

    /** The value of a voxel. */
    @FunctionalInterface
    interface Voxels {
        double at(int z, int c, int y, int x);
    }

    /** Writes image.tif, sparse_labels.tif and truth.tif of 6 x 40 x 48 voxels. */
    static void phantom(Path folder) {
        PhantomFiles.write(
                folder,
                VesselPhantomSettings.defaults().withExtent(48, 40, 6).withLabelledSlices(3),
                Progress.none());
    }

    static Path write(Path file, VolumeShape shape, PixelType type, Voxels voxels) {
        float[] slice = new float[shape.plane() * shape.channels()];
        try (TiffWriter out = TiffWriter.create(file, shape, type, VOXEL.withTime(STEP))) {
            for (int z = 0; z < shape.slices(); z++) {
                for (int i = 0; i < slice.length; i++) {
                    int pixel = i % shape.plane();
                    int y = pixel / shape.width();
                    slice[i] =
                            (float) voxels.at(z, i / shape.plane(), y, pixel - y * shape.width());
                }
                out.write(z, slice);
            }
        }
        return file;
    }

    /** A stack whose right half is brighter than its left half. */
    static Path image(Path file, int width, int height, int slices) {
        return image(file, new VolumeShape(width, height, slices, 1));
    }

    static Path image(Path file, VolumeShape shape) {
        return write(
                file,
                shape,
                PixelType.UINT16,
                (z, c, y, x) -> (2 * x >= shape.width() ? 900 : 100) + 7 * ((x + 3 * y + z) % 9));
    }

    /** Labels on every second slice: the left column is background, the right one class 1. */
    static Path labels(Path file, int width, int height, int slices) {
        return labels(
                file,
                new VolumeShape(width, height, slices, 1),
                (z, c, y, x) -> z % 2 > 0 ? 0 : x == 0 ? 1 : x == width - 1 ? 2 : 0);
    }

    static Path labels(Path file, VolumeShape shape, Voxels values) {
        return write(file, shape, PixelType.UINT8, values);
    }

    /** All voxels of a file, Z, C, Y, X. */
    static float[] voxels(Path file) {
        try (SliceSource source = ImageFiles.open(file)) {
            VolumeShape shape = source.shape();
            int slice = shape.plane() * shape.channels();
            float[] all = new float[slice * shape.slices()];
            float[] values = new float[slice];
            for (int z = 0; z < shape.slices(); z++) {
                source.read(z, values);
                System.arraycopy(values, 0, all, z * slice, slice);
            }
            return all;
        }
    }
}
