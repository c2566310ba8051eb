package org.dlpixel.core.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Exact quantiles of any number of values, read once or twice and never held in memory.
 *
 * <p>numpy's default definition: h = q (N - 1), linear between the order statistics floor(h) and
 * floor(h) + 1. Floats are mapped to integers of the same order; the first pass counts their upper
 * 16 bits, the second counts the lower 16 bits within the few buckets that hold the wanted order
 * statistics. So 65536 counters per pass suffice, whatever the number of values. Whole numbers from
 * 0 to 65535, as most cameras give them, need one pass ({@link WholeNumbers}).
 */
public final class Quantiles {

    private static final int BUCKETS = 1 << 16;

    /** Gives all values, in any order; called once or twice and must give the same values. */
    @FunctionalInterface
    public interface Pass {
        void feed(Counter counter);
    }

    /** Takes values; those of one call are counted in one go. */
    @FunctionalInterface
    public interface Counter {
        /**
         * @throws InvalidInput if a value is NaN or infinite
         */
        void count(float[] values, int length);
    }

    private Quantiles() {}

    /**
     * @param values gives the values, once or twice
     * @param q quantiles, each 0..1
     * @return one value per q
     * @throws InvalidInput if there is no value, or one is NaN or infinite
     */
    public static double[] of(Pass values, double... q) {
        for (double p : q) {
            if (!(p >= 0 && p <= 1)) {
                throw InvalidInput.of("quantile", p, "within 0..1");
            }
        }
        WholeNumbers whole = new WholeNumbers();
        long[] upper = new long[BUCKETS];
        values.feed((v, n) -> countFirst(whole, upper, v, n));
        if (whole.isAll()) {
            return interpolated(whole.total(), whole::order, q);
        }
        long total = Arrays.stream(upper).sum();
        Map<Integer, long[]> lower = wantedBuckets(upper, total, q);
        values.feed((v, n) -> countLower(lower, v, n));
        return interpolated(total, rank -> order(upper, lower, rank), q);
    }

    private static double[] interpolated(long total, LongToDoubleFunction order, double... q) {
        if (total == 0) {
            throw InvalidInput.of("number of pixels", 0, "at least 1");
        }
        double[] out = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            double h = q[i] * (total - 1);
            long rank = (long) h;
            double a = order.applyAsDouble(rank);
            double b = order.applyAsDouble(Math.min(rank + 1, total - 1));
            out[i] = a + (b - a) * (h - rank);
        }
        return out;
    }

    private static void countFirst(WholeNumbers whole, long[] upper, float[] values, int length) {
        int counted = whole.count(values, length);
        if (counted < length) {
            whole.giveUp((value, count) -> upper[key(value) >>> 16] += count);
            countUpper(upper, values, counted, length);
        }
    }

    /**
     * The range between two percentiles (0..100) of all slices of a stack, all channels. Stacks of
     * whole numbers are read once, others twice.
     */
    public static IntensityRange range(
            SliceSource source, double lowPercentile, double highPercentile, Progress progress) {
        double[] q = {lowPercentile / 100, highPercentile / 100};
        double[] found =
                source.whole()
                        .map(whole -> of(source.shape(), whole, progress, q))
                        .orElseGet(() -> of(source, progress, q));
        return new IntensityRange(found[0], found[1]);
    }

    private static double[] of(
            VolumeShape shape, WholeSlices slices, Progress progress, double... q) {
        WholeNumbers counts = new WholeNumbers();
        for (int z = 0; z < shape.slices(); z++) {
            progress.checkCancelled();
            slices.read(z, (at, values, count) -> counts.count(values, count));
            report(progress, z, z + 1.0, shape.slices());
        }
        return interpolated(counts.total(), counts::order, q);
    }

    private static double[] of(SliceSource source, Progress progress, double... q) {
        VolumeShape shape = source.shape();
        float[] slice = new float[shape.plane() * shape.channels()];
        int[] done = {0};
        Pass pass =
                counter -> {
                    for (int z = 0; z < shape.slices(); z++) {
                        progress.checkCancelled();
                        source.read(z, slice);
                        countSlice(source, z, slice, counter);
                        report(progress, z, ++done[0] / 2.0, shape.slices());
                    }
                };
        return of(pass, q);
    }

    private static void report(Progress progress, int slice, double done, int slices) {
        progress.report(done / slices, "Intensity range, slice " + slice);
    }

    private static void countSlice(SliceSource source, int z, float[] slice, Counter counter) {
        try {
            counter.count(slice, slice.length);
        } catch (InvalidInput e) {
            throw new InvalidInput(e.getMessage() + " In " + source.name() + ", slice " + z, e);
        }
    }

    private static void countUpper(long[] upper, float[] values, int from, int length) {
        for (int i = from; i < length; i++) {
            if (!Float.isFinite(values[i])) {
                throw InvalidInput.of("pixel value", values[i], "a finite number");
            }
            upper[key(values[i]) >>> 16]++;
        }
    }

    private static void countLower(Map<Integer, long[]> lower, float[] values, int length) {
        for (int i = 0; i < length; i++) {
            int key = key(values[i]);
            long[] counts = lower.get(key >>> 16);
            if (counts != null) {
                counts[key & 0xffff]++;
            }
        }
    }

    private static Map<Integer, long[]> wantedBuckets(long[] upper, long total, double[] q) {
        Map<Integer, long[]> wanted = new HashMap<>();
        for (double p : q) {
            long rank = (long) (p * (total - 1));
            wanted.put(bucket(upper, rank), new long[BUCKETS]);
            wanted.put(bucket(upper, Math.min(rank + 1, total - 1)), new long[BUCKETS]);
        }
        return wanted;
    }

    private static int bucket(long[] counts, long rank) {
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            before += counts[i];
            if (before > rank) {
                return i;
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + before);
    }

    private static double order(long[] upper, Map<Integer, long[]> lower, long rank) {
        int high = bucket(upper, rank);
        long before = 0;
        for (int i = 0; i < high; i++) {
            before += upper[i];
        }
        return value(high << 16 | bucket(lower.get(high), rank - before));
    }

    /** An integer that, taken as unsigned, is ordered as the float is; -0 and 0 are the same. */
    private static int key(float v) {
        int bits = Float.floatToRawIntBits(v + 0f);
        return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
    }

    private static float value(int key) {
        return Float.intBitsToFloat(key < 0 ? key & Integer.MAX_VALUE : ~key);
    }
}
