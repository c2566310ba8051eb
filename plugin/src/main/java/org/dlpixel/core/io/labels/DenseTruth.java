package org.dlpixel.core.io.labels;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * Truth for every voxel as class indices, whatever values it was stored with: 0 is the background,
 * every further value that occurs is a class, in ascending order (0 and 255 become 0 and 1).
 */
public final class DenseTruth implements SliceSource {

    private final SliceSource stored;
    private final float[] values;

    private DenseTruth(SliceSource stored, float[] values) {
        this.stored = stored;
        this.values = values;
    }

    /**
     * Looks at all slices to find the values that occur.
     *
     * @throws InvalidInput if there are several channels, a value is negative or not finite, or
     *     there are more values than classes are possible
     */
    public static DenseTruth of(SliceSource stored, Progress progress) {
        if (stored.shape().channels() != 1) {
            throw InvalidInput.of(
                    "number of channels of the truth " + stored.name(),
                    stored.shape().channels(),
                    "1");
        }
        Set<Float> found = new TreeSet<>();
        found.add(0f);
        float[] slice = new float[stored.shape().plane()];
        for (int z = 0; z < stored.shape().slices(); z++) {
            progress.checkCancelled();
            stored.read(z, slice);
            collect(stored.name() + ", slice " + z, slice, found);
            progress.report((z + 1.0) / stored.shape().slices(), "Truth, slice " + z);
        }
        float[] values = new float[found.size()];
        int i = 0;
        for (float value : found) {
            values[i++] = value;
        }
        return new DenseTruth(stored, values);
    }

    /**
     * As {@link #of(SliceSource, Progress)}, but values that are class indices already (all below
     * the number of classes) are kept, so that an absent class does not shift the others.
     *
     * @param classes number of classes, background included
     */
    public static DenseTruth of(SliceSource stored, int classes, Progress progress) {
        DenseTruth ranked = of(stored, progress);
        boolean indices = true;
        for (float value : ranked.values) {
            indices &= value < classes && value == Math.rint(value);
        }
        if (!indices) {
            return ranked;
        }
        float[] all = new float[classes];
        for (int c = 0; c < classes; c++) {
            all[c] = c;
        }
        return new DenseTruth(stored, all);
    }

    private static void collect(String where, float[] slice, Set<Float> found) {
        float last = 0;
        for (float value : slice) {
            if (value == last) {
                continue;
            }
            if (!(value >= 0) || value == Float.POSITIVE_INFINITY) {
                throw InvalidInput.of("truth value in " + where, value, "0 or above");
            }
            last = value;
            if (value != 0 && found.add(value) && found.size() > LabelMask.MAX_CLASSES) {
                throw InvalidInput.of(
                        "number of truth values up to " + where,
                        found.size(),
                        "at most " + LabelMask.MAX_CLASSES + ", one per class");
            }
        }
    }

    /** Number of classes, background included. */
    public int classes() {
        return values.length;
    }

    @Override
    public VolumeShape shape() {
        return stored.shape();
    }

    @Override
    public PixelType pixelType() {
        return PixelType.UINT8;
    }

    @Override
    public VoxelSize voxelSize() {
        return stored.voxelSize();
    }

    @Override
    public String name() {
        return stored.name();
    }

    /** Gives class indices. */
    @Override
    public void read(int slice, float[] target) {
        stored.read(slice, target);
        float lastValue = 0;
        int lastClass = 0;
        for (int i = 0; i < target.length; i++) {
            if (target[i] != lastValue) {
                lastValue = target[i];
                lastClass = lastValue == 0 ? 0 : Arrays.binarySearch(values, lastValue);
            }
            target[i] = lastClass;
        }
    }

    /** One slice as class indices. */
    public LabelMask mask(int slice) {
        VolumeShape shape = shape();
        float[] values = new float[shape.plane()];
        read(slice, values);
        byte[] classes = new byte[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) values[i];
        }
        return new LabelMask(shape.width(), shape.height(), classes);
    }

    @Override
    public void close() {
        stored.close();
    }
}
