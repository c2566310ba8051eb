package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * The axis of a volume across which it is cut into slices.
 *
 * <p>Stacks are stored in slices across z. Across y or x the rows of a slice are z:
 *
 * <pre>
 * axis   a slice's columns   rows   slices
 * Z      x                   y      z
 * Y      x                   z      y
 * X      y                   z      x
 * </pre>
 */
public enum SlicingAxis {
    Z {
        @Override
        public VolumeShape shape(VolumeShape stack) {
            return stack;
        }

        @Override
        public VoxelSize voxelSize(VoxelSize size) {
            return size;
        }
    },

    Y {
        @Override
        public VolumeShape shape(VolumeShape stack) {
            int rows = stack.slices();
            int across = stack.height();
            return new VolumeShape(stack.width(), rows, across, stack.channels());
        }

        @Override
        public VoxelSize voxelSize(VoxelSize size) {
            return new VoxelSize(size.x(), size.z(), size.y(), size.unit());
        }
    },

    X {
        @Override
        public VolumeShape shape(VolumeShape stack) {
            int columns = stack.height();
            int rows = stack.slices();
            int across = stack.width();
            return new VolumeShape(columns, rows, across, stack.channels());
        }

        @Override
        public VoxelSize voxelSize(VoxelSize size) {
            return new VoxelSize(size.y(), size.z(), size.x(), size.unit());
        }
    };

    /** The shape of a stack, given in slices across z, when it is cut across this axis. */
    public abstract VolumeShape shape(VolumeShape stack);

    /** The voxel size of a stack, given in slices across z, when it is cut across this axis. */
    public abstract VoxelSize voxelSize(VoxelSize size);

    /**
     * A stack cut across this axis. Across z it is the stack itself. Across y or x as many slices
     * as fit into the memory are gathered at a time, for which all of the stack is read once; read
     * in ascending order, the stack is read (its size / memory) times, rounded up. Closing it
     * closes the stack.
     *
     * @param stack in slices across z; across y or x of one time point, see {@link TimePoint}
     * @param maxBytes memory for gathered slices; at least one slice is held
     * @param progress asked after each slice that is read whether to stop; nothing is reported
     */
    public SliceSource of(SliceSource stack, long maxBytes, Progress progress) {
        if (this != Z && stack.shape().times() > 1) {
            throw InvalidInput.of(
                    "number of time points", stack.shape().times(), "1 across " + this);
        }
        return this == Z ? stack : new ReslicedStack(stack, this, maxBytes, progress);
    }
}
