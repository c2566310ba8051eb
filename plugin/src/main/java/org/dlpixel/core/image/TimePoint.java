package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** The stack of one time point of a source that has several; closing it leaves the source open. */
public final class TimePoint implements SliceSource {

    private final SliceSource source;
    private final VolumeShape shape;
    private final int first;

    /**
     * @param time 0-based
     * @throws InvalidInput if the source has no such time point
     */
    public TimePoint(SliceSource source, int time) {
        if (time < 0 || time >= source.shape().times()) {
            throw InvalidInput.of(
                    "time point of " + source.name(),
                    time,
                    "within 0.." + (source.shape().times() - 1));
        }
        this.source = source;
        this.shape = source.shape().single();
        this.first = time * shape.slices();
    }

    /** The source's number of this stack's slice 0. */
    public int first() {
        return first;
    }

    @Override
    public void read(int slice, float[] target) {
        source.read(first + slice, target);
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return source.pixelType();
    }

    @Override
    public VoxelSize voxelSize() {
        return source.voxelSize();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public int neighbourDistance() {
        return source.neighbourDistance();
    }
}
