package org.dlpixel.core.predict.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/** Averages what was found in slices across z with what was found across other axes. */
final class FusingSink implements PredictionSink {

    private final PredictionSink sink;
    private final List<ProbabilityFile> others;
    private final Set<Integer> slices;
    private final float weight;
    private final FloatImage mean;
    private final byte[] classes;

    /**
     * @param sink that gets the means, with probabilities
     * @param others across other axes, finished
     * @param slices that are wanted
     * @param weight of what is found across z, beside 1 for each other
     * @param shape in slices across z, one channel per class
     */
    FusingSink(
            PredictionSink sink,
            List<ProbabilityFile> others,
            List<Integer> slices,
            double weight,
            VolumeShape shape) {
        this.sink = sink;
        this.others = List.copyOf(others);
        this.slices = Set.copyOf(slices);
        this.weight = (float) weight;
        this.mean = FloatImage.zeros(shape.width(), shape.height(), shape.channels());
        this.classes = new byte[shape.plane()];
    }

    @Override
    public boolean has(int slice) {
        return !slices.contains(slice);
    }

    @Override
    public void write(SlicePrediction prediction) {
        float[] own = prediction.probabilities().orElseThrow().pixels();
        for (int i = 0; i < own.length; i++) {
            mean.pixels()[i] = weight * own[i];
        }
        add(prediction.slice(), weight + others.size());
    }

    /** Averages a slice of the others alone. */
    void writeOthers(int slice) {
        Arrays.fill(mean.pixels(), 0);
        add(slice, others.size());
    }

    private void add(int slice, float weights) {
        others.forEach(other -> other.addTo(slice, mean));
        for (int i = 0; i < mean.pixels().length; i++) {
            mean.pixels()[i] /= weights;
        }
        MostProbable.classes(mean, classes);
        sink.write(new SlicePrediction(slice, classes, Optional.of(mean)));
    }
}
