package org.dlpixel.core.image;

/** A stack whose slices have more or fewer rows; closing it closes the stack. */
public final class ResampledStack implements SliceSource {

    private final SliceSource stack;
    private final RowResampling rows;
    private final VolumeShape shape;
    private final int neighbourDistance;
    private final float[] slice;

    /**
     * @param stack with float or integer pixels
     * @param rows from the stack's height to another
     * @param neighbourDistance see {@link SliceSource#neighbourDistance()}
     */
    public ResampledStack(SliceSource stack, RowResampling rows, int neighbourDistance) {
        VolumeShape s = stack.shape();
        this.stack = stack;
        this.rows = rows;
        this.shape = new VolumeShape(s.width(), rows.rows(), s.slices(), s.channels(), s.times());
        this.neighbourDistance = neighbourDistance;
        this.slice = new float[s.plane() * s.channels()];
    }

    @Override
    public void read(int z, float[] target) {
        stack.read(z, slice);
        rows.apply(slice, target, shape.width());
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    /** Means of integers are none. */
    @Override
    public PixelType pixelType() {
        return PixelType.FLOAT32;
    }

    @Override
    public VoxelSize voxelSize() {
        VoxelSize v = stack.voxelSize();
        double y = v.y() * stack.shape().height() / shape.height();
        return new VoxelSize(v.x(), y, v.z(), v.unit(), v.time());
    }

    @Override
    public String name() {
        return stack.name();
    }

    @Override
    public int neighbourDistance() {
        return neighbourDistance;
    }

    @Override
    public void close() {
        stack.close();
    }
}
