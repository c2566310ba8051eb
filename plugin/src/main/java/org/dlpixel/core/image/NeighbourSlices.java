package org.dlpixel.core.image;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stack whose slices carry their neighbours as channels, see {@link SliceContext#of}. The slices
 * read last are kept, so that reading in order reads each slice once.
 */
final class NeighbourSlices implements SliceSource {

    private final SliceSource stack;
    private final SliceContext context;
    private final VolumeShape shape;
    private final Map<Integer, float[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    NeighbourSlices(SliceSource stack, SliceContext context) {
        VolumeShape s = stack.shape();
        this.stack = stack;
        this.context = context;
        this.shape =
                new VolumeShape(s.width(), s.height(), s.slices(), context.channels(s.channels()));
    }

    @Override
    public void read(int slice, float[] target) {
        int part = shape.plane() * stack.shape().channels();
        for (int i = 0; i < context.slices(); i++) {
            float[] pixels = slice(mirrored(slice + i - context.neighbours()), part);
            System.arraycopy(pixels, 0, target, i * part, part);
        }
    }

    private float[] slice(int z, int size) {
        float[] known = kept.get(z);
        if (known != null) {
            return known;
        }
        float[] pixels = kept.size() < context.slices() ? new float[size] : oldest();
        stack.read(z, pixels);
        kept.put(z, pixels);
        return pixels;
    }

    /** Takes the memory of the slice that was not used for the longest time. */
    private float[] oldest() {
        Iterator<float[]> all = kept.values().iterator();
        float[] pixels = all.next();
        all.remove();
        return pixels;
    }

    private int mirrored(int z) {
        int last = shape.slices() - 1;
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
