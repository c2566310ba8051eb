package org.dlpixel.core.score;

import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How much a segmentation flickers from slice to slice: the share of voxels whose class differs
 * from the slice before while the slice after has the class of the slice before again,
 *
 * <pre>
 * c[z - 1] = c[z + 1] and c[z] differs,
 * </pre>
 *
 * of all voxels that have both neighbours. Structures that are one slice thin count, too: a perfect
 * segmentation need not have 0, and its own figure tells what can be reached. Two slices are held
 * in memory.
 */
public final class Flicker {

    private final int depth;
    private byte[] before = {};
    private byte[] middle = {};
    private int last;
    private int run;
    private long compared;
    private long flickering;

    /** Of one stack. */
    public Flicker() {
        this(Integer.MAX_VALUE);
    }

    /**
     * Of stacks whose slices follow each other, e.g. one per time point; none is compared with
     * another.
     *
     * @param depth slices per stack, at least 1
     */
    public Flicker(int depth) {
        if (depth < 1) {
            throw InvalidInput.of("number of slices", depth, "at least 1");
        }
        this.depth = depth;
    }

    /**
     * Adds a slice. Where slices are left out nothing is compared across the gap.
     *
     * @param slice 0-based, above the one added last
     * @param classIndex class index per pixel, as many as in the slice before; copied
     * @throws InvalidInput if the order or the number of pixels is wrong
     */
    public void add(int slice, byte[] classIndex) {
        requireNext(slice, classIndex.length);
        run = run > 0 && slice == last + 1 && slice % depth != 0 ? run + 1 : 1;
        if (run > 2) {
            count(classIndex);
        }
        byte[] free = before.length == classIndex.length ? before : new byte[classIndex.length];
        System.arraycopy(classIndex, 0, free, 0, free.length);
        before = middle;
        middle = free;
        last = slice;
    }

    private void requireNext(int slice, int pixels) {
        if (run > 0 && slice <= last) {
            throw InvalidInput.of("slice", slice, "above the one before, " + last);
        }
        if (run > 0 && pixels != middle.length) {
            throw InvalidInput.of(
                    "number of pixels", pixels, "that of the slice before, " + middle.length);
        }
    }

    private void count(byte[] after) {
        int end = after.length;
        int i = differing(after, 0);
        while (i < end) {
            flickering += before[i] == after[i] ? 1 : 0;
            i = differing(after, i + 1);
        }
        compared += end;
    }

    /** Neighbouring slices are mostly alike: equal stretches are passed over in one go. */
    private int differing(byte[] after, int from) {
        int end = after.length;
        int offset = Arrays.mismatch(middle, from, end, after, from, end);
        return offset < 0 ? end : from + offset;
    }

    /** Voxels that change their class and change back. */
    public long voxels() {
        return flickering;
    }

    /** Share of the voxels that could be compared, 0..1; NaN with fewer than three slices. */
    public double share() {
        return Outcomes.ratio(flickering, compared);
    }
}
