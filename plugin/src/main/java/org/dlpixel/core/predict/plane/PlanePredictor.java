package org.dlpixel.core.predict.plane;

import java.util.Optional;
import java.util.function.Consumer;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimePoint;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.predict.SlicePredictor;
import org.dlpixel.core.predict.SliceRange;

/**
 * Segments volumes in slices across one axis, or across several whose probabilities are averaged.
 *
 * <pre>
 * PlaneSettings planes = new PlaneSettings(EnumSet.allOf(SlicingAxis.class), folder);
 * try (PlanePredictor predictor = PlanePredictor.open(model, settings, planes)) {
 *     predictor.predict(stack, sink, progress);
 * }
 * </pre>
 *
 * <p>Stacks and results are in slices across z, whatever the axes; the sink gets them in ascending
 * order. Every time point is a stack of its own: none is averaged or smoothed with another, and a
 * range of slices is that of each; but all have one intensity range. A range of slices counts along
 * the axis if there is one; pixels outside it are class 0. With several axes it counts along z and
 * spares time across z only.
 */
public final class PlanePredictor implements AutoCloseable {

    private static final double RANGE_SHARE = 0.1;

    private final SliceModel model;
    private final PredictionSettings settings;
    private final PlaneSettings planes;
    private final Consumer<SlicePrediction> plain;
    private final SlicePredictor predictor;
    private final boolean needed;

    private PlanePredictor(
            SliceModel model,
            PredictionSettings settings,
            PlaneSettings planes,
            Consumer<SlicePrediction> plain) {
        this.model = model;
        this.settings = settings;
        this.planes = planes;
        this.plain = plain;
        this.needed = planes.needProbabilities() || settings.probabilities();
        this.predictor =
                SlicePredictor.open(
                        model,
                        settings.withProbabilities(needed)
                                .withRange(planes.fused() ? SliceRange.ALL : settings.range()));
    }

    /**
     * Loads a model.
     *
     * @param settings of the prediction of slices, the same across all axes
     */
    public static PlanePredictor open(
            SliceModel model, PredictionSettings settings, PlaneSettings planes) {
        return open(model, settings, planes, prediction -> {});
    }

    /**
     * Loads a model.
     *
     * @param plain sees each slice as the network alone segments it, before several axes are
     *     averaged (then those across z) and before slices are smoothed, so that both can be
     *     compared; slices of time points are counted through ({@link
     *     PlaneSettings#watchedSlices}); it may keep nothing of what it sees
     */
    public static PlanePredictor open(
            SliceModel model,
            PredictionSettings settings,
            PlaneSettings planes,
            Consumer<SlicePrediction> plain) {
        return new PlanePredictor(model, settings, planes, plain);
    }

    /**
     * Segments a stack, normalised as the model says.
     *
     * @param stack in slices across z
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput as {@link
     *     SlicePredictor#predict(SliceSource, PredictionSink, Progress)}
     * @throws org.dlpixel.core.image.PixelClassificationException.NotWritable if the folder for
     *     temporary files is full
     */
    public void predict(SliceSource stack, PredictionSink sink, Progress progress) {
        Optional<Normalization> perVolume = model.volumeNormalization();
        if (perVolume.isEmpty()) {
            predict(stack, IntensityRange.UNIT, sink, progress);
            return;
        }
        IntensityRange range =
                Quantiles.range(
                        stack,
                        perVolume.get().lowPercentile(),
                        perVolume.get().highPercentile(),
                        progress.part(0, RANGE_SHARE));
        predict(stack, range, sink, progress.part(RANGE_SHARE, 1));
    }

    /**
     * Segments a stack whose intensity range is known.
     *
     * @param range see {@link SlicePredictor#predict(SliceSource, IntensityRange, PredictionSink,
     *     Progress)}
     */
    public void predict(
            SliceSource stack, IntensityRange range, PredictionSink sink, Progress progress) {
        int channels = needed ? model.metadata().classes().size() : 1;
        PredictionSink target = settings.probabilities() ? sink : new ClassesOnly(sink);
        if (planes.areSingleSlices()) {
            job(stack, range, channels, plain).run(target, progress);
            return;
        }
        int times = stack.shape().times();
        for (int t = 0; t < times; t++) {
            TimePoint one = new TimePoint(stack, t);
            PredictionSink shifted = new ShiftedSink(target, one.first());
            int watched = t * planes.watchedSlices(stack.shape());
            Consumer<SlicePrediction> seen = p -> plain.accept(p.shifted(watched));
            job(one, range, channels, seen)
                    .run(shifted, progress.part((double) t / times, (t + 1.0) / times));
        }
    }

    private PlaneJob job(
            SliceSource stack,
            IntensityRange range,
            int channels,
            Consumer<SlicePrediction> watcher) {
        return new PlaneJob(predictor, settings, planes, stack, range, channels, watcher);
    }

    /** Gives slices of a time point their numbers among those of all. */
    private record ShiftedSink(PredictionSink sink, int first) implements PredictionSink {

        @Override
        public boolean has(int slice) {
            return sink.has(first + slice);
        }

        @Override
        public void write(SlicePrediction p) {
            sink.write(p.shifted(first));
        }
    }

    @Override
    public void close() {
        predictor.close();
    }

    /** Leaves out probabilities that were not asked for. */
    private record ClassesOnly(PredictionSink sink) implements PredictionSink {

        @Override
        public boolean has(int slice) {
            return sink.has(slice);
        }

        @Override
        public void write(SlicePrediction p) {
            sink.write(new SlicePrediction(p.slice(), p.classes(), Optional.empty()));
        }
    }
}
