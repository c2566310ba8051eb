package org.dlpixel.core.image;

import java.util.TreeMap;

/**
 * A stack whose slices carry their neighbours as channels, see {@link SliceContext#of}. The slices
 * around the one read last are kept, so that reading in order reads each slice once.
 */
final class NeighbourSlices implements SliceSource {

    private final SliceSource stack;
    private final SliceContext context;
    private final VolumeShape shape;
    private final TreeMap<Integer, float[]> kept = new TreeMap<>();

    NeighbourSlices(SliceSource stack, SliceContext context) {
        VolumeShape s = stack.shape();
        this.stack = stack;
        this.context = context;
        this.shape = s.withChannels(context.channels(s.channels()));
    }

    @Override
    public void read(int slice, float[] target) {
        int part = shape.plane() * stack.shape().channels();
        int first = shape.time(slice) * shape.depth();
        for (int i = 0; i < context.slices(); i++) {
            int distance = (i - context.neighbours()) * stack.neighbourDistance();
            int neighbour = first + mirrored(slice - first + distance);
            float[] pixels = kept.get(neighbour);
            if (pixels == null) {
                pixels = load(neighbour, memory(slice, part));
            }
            System.arraycopy(pixels, 0, target, i * part, part);
        }
    }

    private float[] load(int z, float[] pixels) {
        stack.read(z, pixels);
        kept.put(z, pixels);
        return pixels;
    }

    /** New memory, or that of the slice farthest from the one that is read. */
    private float[] memory(int slice, int size) {
        if (kept.size() <= (context.slices() - 1) * stack.neighbourDistance()) {
            return new float[size];
        }
        boolean below = slice - kept.firstKey() > kept.lastKey() - slice;
        return kept.remove(below ? kept.firstKey() : kept.lastKey());
    }

    /** Within a time point. */
    private int mirrored(int z) {
        int last = shape.depth() - 1;
        if (last == 0) {
            return 0;
        }
        int folded = Math.floorMod(z, 2 * last);
        return folded <= last ? folded : 2 * last - folded;
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
        return stack.voxelSize();
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
