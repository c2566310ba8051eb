package org.dlpixel.benchmark.prediction;

import java.util.Optional;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.image.WholeSlices;

/**
 * The first slices of a stack.
 *
 * @param all the stack
 * @param count how many
 */
record FirstSlices(SliceSource all, int count) implements SliceSource {

    @Override
    public VolumeShape shape() {
        VolumeShape shape = all.shape();
        return new VolumeShape(shape.width(), shape.height(), count, shape.channels());
    }

    @Override
    public PixelType pixelType() {
        return all.pixelType();
    }

    @Override
    public VoxelSize voxelSize() {
        return all.voxelSize();
    }

    @Override
    public String name() {
        return all.name();
    }

    @Override
    public void read(int slice, float[] target) {
        all.read(slice, target);
    }

    @Override
    public Optional<WholeSlices> whole() {
        return all.whole();
    }
}
