package org.dlpixel.core.predict.plane;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/**
 * Smooths probabilities across slices and passes them on with the classes that follow from them.
 *
 * <p>A slice becomes the mean of those at a distance d of at most ceil(2 sigma), weighted by exp(-
 * d^2 / (2 sigma^2)); slices that are not there, before the first, after the last or left out by a
 * step, have no weight. So many slices on each side are held in memory.
 */
public final class SmoothedSink implements PredictionSink {

    private final PredictionSink sink;
    private final float[] weights;
    private final BitSet slices = new BitSet();
    private final Map<Integer, Boolean> present = new HashMap<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private final Deque<Integer> due = new ArrayDeque<>();
    private final Deque<FloatImage> free = new ArrayDeque<>();
    private byte[] classes = {};

    /** The probabilities of one slice. */
    private record Held(int slice, FloatImage values) {}

    /**
     * @param sink that gets the smoothed slices, with probabilities
     * @param sigma in slices, above 0
     * @param slices that will be predicted if the sink has none of them, ascending, at least one
     */
    public SmoothedSink(PredictionSink sink, double sigma, List<Integer> slices) {
        if (!(sigma > 0)) {
            throw InvalidInput.of("smoothing across slices", sigma, "above 0");
        }
        this.sink = sink;
        slices.forEach(this.slices::set);
        this.weights = new float[(int) Math.ceil(2 * sigma) + 1];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = (float) Math.exp(-d * d / (2 * sigma * sigma));
        }
    }

    private int reach() {
        return weights.length - 1;
    }

    /** A slice need not be predicted if the sink has it and all that it would change. */
    @Override
    public boolean has(int slice) {
        int first = slices.nextSetBit(Math.max(0, slice - reach()));
        for (int s = first; s >= 0 && s <= slice + reach(); s = slices.nextSetBit(s + 1)) {
            if (!isPresent(s)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPresent(int slice) {
        return present.computeIfAbsent(slice, sink::has);
    }

    @Override
    public void write(SlicePrediction prediction) {
        int slice = prediction.slice();
        forgetBefore((due.isEmpty() ? slice : due.getFirst()) - reach());
        held.addLast(new Held(slice, copy(prediction.probabilities().orElseThrow())));
        if (!isPresent(slice)) {
            due.addLast(slice);
        }
        boolean last = slices.nextSetBit(slice + 1) < 0;
        while (!due.isEmpty() && (last || due.getFirst() + reach() <= slice)) {
            pass(due.removeFirst());
        }
    }

    private void forgetBefore(int slice) {
        while (!held.isEmpty() && held.getFirst().slice() < slice) {
            free.add(held.removeFirst().values());
        }
    }

    private FloatImage copy(FloatImage values) {
        FloatImage copy = memory(values);
        System.arraycopy(values.pixels(), 0, copy.pixels(), 0, values.pixels().length);
        return copy;
    }

    private FloatImage memory(FloatImage like) {
        return free.isEmpty()
                ? FloatImage.zeros(like.width(), like.height(), like.channels())
                : free.remove();
    }

    private void pass(int slice) {
        FloatImage mean = memory(held.getFirst().values());
        Arrays.fill(mean.pixels(), 0);
        float sum = 0;
        for (Held one : held) {
            sum += weight(one, slice);
        }
        for (Held one : held) {
            add(one.values().pixels(), weight(one, slice) / sum, mean.pixels());
        }
        classes = classes.length == 0 ? new byte[mean.width() * mean.height()] : classes;
        MostProbable.classes(mean, classes);
        sink.write(new SlicePrediction(slice, classes, Optional.of(mean)));
        free.add(mean);
    }

    private float weight(Held one, int slice) {
        int distance = Math.abs(one.slice() - slice);
        return distance <= reach() ? weights[distance] : 0;
    }

    private static void add(float[] values, float weight, float[] target) {
        if (weight > 0) {
            for (int i = 0; i < values.length; i++) {
                target[i] += weight * values[i];
            }
        }
    }
}
