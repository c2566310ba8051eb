package org.dlpixel.core.predict;

import java.util.List;
import java.util.stream.IntStream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.VolumeShape;

/**
 * Which slices are predicted: {@code from}, {@code from + step}, ... up to {@code to}; the same of
 * every time point.
 *
 * @param from first slice, 0-based
 * @param to last slice at most, included, at least {@code from}; may lie behind the stack's end
 * @param step from one to the next, at least 1
 */
public record SliceRange(int from, int to, int step) {

    /** All slices. */
    public static final SliceRange ALL = new SliceRange(0, Integer.MAX_VALUE, 1);

    public SliceRange {
        if (from < 0 || to < from || step < 1) {
            throw InvalidInput.of(
                    "range of slices",
                    from + " to " + to + ", step " + step,
                    "ascending from 0 or more, with a step of at least 1");
        }
    }

    /**
     * The slices that are meant, of all time points, ascending.
     *
     * @throws InvalidInput if the range begins behind the end of a time point
     */
    public List<Integer> of(VolumeShape shape) {
        List<Integer> once = of(shape.depth());
        return IntStream.range(0, shape.times())
                .boxed()
                .flatMap(t -> once.stream().map(z -> t * shape.depth() + z))
                .toList();
    }

    /**
     * The slices of a stack that are meant, ascending.
     *
     * @param slices that the stack has, at least 1
     * @throws InvalidInput if the range begins behind its end
     */
    public List<Integer> of(int slices) {
        if (from >= slices) {
            throw InvalidInput.of("first slice", from, "below the number of slices, " + slices);
        }
        int last = Math.min(to, slices - 1);
        return IntStream.rangeClosed(0, (last - from) / step)
                .mapToObj(i -> from + i * step)
                .toList();
    }
}
