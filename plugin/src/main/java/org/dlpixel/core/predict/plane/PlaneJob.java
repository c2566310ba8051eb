package org.dlpixel.core.predict.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.ResampledStack;
import org.dlpixel.core.image.RowResampling;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.predict.SlicePredictor;

/** One stack for {@link PlanePredictor}; of one time point unless slices are taken alone. */
final class PlaneJob {

    private static final double PREDICTING_SHARE = 0.95;
    private static final String NOTHING_TO_DO = "All slices are there already";

    private final SlicePredictor predictor;
    private final PredictionSettings settings;
    private final PlaneSettings planes;
    private final SliceSource stack;
    private final Consumer<SlicePrediction> plain;
    private final IntensityRange range;
    private final VolumeShape shape;
    private final RowResampling stretching;

    /**
     * @param predictor gives probabilities if they are needed here
     * @param channels number of classes, or 1 if probabilities are not needed
     * @param plain sees slices before they are averaged or smoothed
     */
    PlaneJob(
            SlicePredictor predictor,
            PredictionSettings settings,
            PlaneSettings planes,
            SliceSource stack,
            IntensityRange range,
            int channels,
            Consumer<SlicePrediction> plain) {
        VolumeShape s = stack.shape();
        this.predictor = predictor;
        this.settings = settings;
        this.planes = planes;
        this.stack = stack;
        this.plain = plain;
        this.range = range;
        this.shape = s.withChannels(channels);
        this.stretching = planes.stretching(stack);
    }

    void run(PredictionSink sink, Progress progress) {
        SlicingAxis axis = planes.axes().iterator().next();
        if (!planes.fused() && axis == SlicingAxis.Z) {
            List<Integer> slices = settings.range().of(shape);
            predictor.predict(stack, range, observed(smoothed(sink, slices)), progress);
        } else if (planes.fused()) {
            fuse(sink, progress);
        } else {
            turn(new Layout(axis, shape), sink, progress);
        }
    }

    private void turn(Layout layout, PredictionSink sink, Progress progress) {
        if (IntStream.range(0, shape.slices()).allMatch(sink::has)) {
            progress.report(1, NOTHING_TO_DO);
            return;
        }
        boolean kept = settings.probabilities();
        try (TurnedSink turned = new TurnedSink(planes.folder(), layout, kept, planes.maxBytes())) {
            List<Integer> slices = settings.range().of(layout.turned().slices());
            PredictionSink target = observed(smoothed(turned, slices));
            predictTurned(layout, target, progress.part(0, PREDICTING_SHARE));
            turned.passOn(sink, progress.part(PREDICTING_SHARE, 1));
        }
    }

    private void fuse(PredictionSink sink, Progress progress) {
        List<Integer> slices = settings.range().of(shape.slices());
        PredictionSink smoothed = smoothed(sink, slices);
        List<Integer> missing = slices.stream().filter(z -> !smoothed.has(z)).toList();
        if (missing.isEmpty()) {
            progress.report(1, NOTHING_TO_DO);
            return;
        }
        List<ProbabilityFile> others = new ArrayList<>();
        try {
            Shares shares = new Shares(progress);
            for (SlicingAxis axis : planes.axes()) {
                if (axis != SlicingAxis.Z) {
                    others.add(keep(new Layout(axis, shape), shares.next()));
                }
            }
            FusingSink fusing = new FusingSink(smoothed, others, missing, planes.weight(), shape);
            average(missing, fusing, shares.last());
        } finally {
            others.forEach(ProbabilityFile::close);
        }
    }

    private ProbabilityFile keep(Layout layout, Progress progress) {
        ProbabilityFile file = new ProbabilityFile(planes.folder(), layout, planes.maxBytes());
        try {
            predictTurned(layout, file, progress);
            file.finish();
            return file;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void average(List<Integer> slices, FusingSink sink, Progress progress) {
        if (planes.axes().contains(SlicingAxis.Z)) {
            predictor.predict(stack, range, observed(sink), progress);
            return;
        }
        for (int z : slices) {
            progress.checkCancelled();
            sink.writeOthers(z);
            progress.report((z + 1.0) / shape.slices(), "Averaging slice " + (z + 1));
        }
    }

    /** Predicts across y or x; the sink gets as many rows as the stack has slices. */
    private void predictTurned(Layout layout, PredictionSink sink, Progress progress) {
        SliceSource turned = layout.axis().of(stack, planes.maxBytes(), progress);
        if (stretching.rows() == shape.slices()) {
            predictor.predict(turned, range, sink, progress);
            return;
        }
        int apart = (int) Math.max(1, Math.rint(planes.anisotropyOf(stack)));
        RowResampling back = new RowResampling(stretching.rows(), shape.slices());
        predictor.predict(
                new ResampledStack(turned, stretching, apart),
                range,
                new ResampledSink(sink, back, layout.turned()),
                progress);
    }

    private PredictionSink observed(PredictionSink sink) {
        return new ObservedSink(sink, plain);
    }

    private PredictionSink smoothed(PredictionSink sink, List<Integer> slices) {
        double sigma = planes.smoothing();
        return sigma > 0 ? new SmoothedSink(sink, sigma, slices) : sink;
    }

    /** Parts of a progress: slices across y and x have the stretched stack's rows. */
    private final class Shares {

        private final Progress progress;
        private final double share;
        private double done;

        Shares(Progress progress) {
            double plain = planes.axes().contains(SlicingAxis.Z) ? shape.slices() : 0;
            long turned = planes.axes().stream().filter(axis -> axis != SlicingAxis.Z).count();
            this.progress = progress;
            this.share = stretching.rows() / (plain + turned * stretching.rows());
        }

        Progress next() {
            done += share;
            return progress.part(done - share, done);
        }

        Progress last() {
            return progress.part(Math.min(done, 1), 1);
        }
    }
}
