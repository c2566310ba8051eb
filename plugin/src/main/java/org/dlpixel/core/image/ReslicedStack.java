package org.dlpixel.core.image;

/** A stack cut across y or x, see {@link SlicingAxis#of}. */
final class ReslicedStack implements SliceSource {

    private final SliceSource stack;
    private final SlicingAxis axis;
    private final VolumeShape shape;
    private final Progress progress;
    private final float[] slice;
    private final PackedSamples[] slab;
    private int first;
    private int held;

    ReslicedStack(SliceSource stack, SlicingAxis axis, long maxBytes, Progress progress) {
        this.stack = stack;
        this.axis = axis;
        this.shape = axis.shape(stack.shape());
        this.progress = progress;
        this.slice = new float[stack.shape().plane() * stack.shape().channels()];
        long bytes = (long) length() * PackedSamples.bytes(stack.pixelType());
        this.slab =
                new PackedSamples[(int) Math.max(1, Math.min(shape.slices(), maxBytes / bytes))];
    }

    /** Values of one slice. */
    private int length() {
        return shape.plane() * shape.channels();
    }

    @Override
    public void read(int wanted, float[] target) {
        if (wanted < first || wanted >= first + held) {
            gather(wanted);
        }
        slab[wanted - first].get(target);
    }

    private void gather(int from) {
        held = 0;
        first = from;
        int count = Math.min(slab.length, shape.slices() - from);
        for (int z = 0; z < stack.shape().slices(); z++) {
            progress.checkCancelled();
            stack.read(z, slice);
            for (int i = 0; i < count; i++) {
                slab[i] = slab[i] == null ? PackedSamples.of(pixelType(), length()) : slab[i];
                copyRow(z, from + i, slab[i]);
            }
        }
        held = count;
    }

    /** The row at one z of one slice across the axis, all channels. */
    private void copyRow(int z, int at, PackedSamples target) {
        int width = stack.shape().width();
        int plane = stack.shape().plane();
        boolean acrossY = axis == SlicingAxis.Y;
        for (int c = 0; c < shape.channels(); c++) {
            int to = (c * shape.height() + z) * shape.width();
            int from = c * plane + (acrossY ? at * width : at);
            target.put(to, slice, from, acrossY ? 1 : width, shape.width());
        }
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return stack.pixelType();
    }

    @Override
    public VoxelSize voxelSize() {
        return axis.voxelSize(stack.voxelSize());
    }

    @Override
    public String name() {
        return stack.name();
    }

    @Override
    public void close() {
        stack.close();
    }
}
