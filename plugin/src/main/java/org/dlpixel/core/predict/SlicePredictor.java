package org.dlpixel.core.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.WholeSlices;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.SliceModel;

/**
 * Segments stacks with a model. Reading, inference and writing overlap; a few slices are in memory.
 *
 * <pre>
 * try (SlicePredictor predictor = SlicePredictor.open(model, PredictionSettings.defaults())) {
 *     predictor.predict(source, p -&gt; writer.write(p.slice(), p.classes()), progress);
 * }
 * </pre>
 *
 * <p>The source is read in a thread of its own. The sink is called, and progress is told, in the
 * thread that predicts. Predicting ends within the time of a tile after it is cancelled, or as soon
 * as a slice that is being read has been read.
 */
public final class SlicePredictor implements AutoCloseable {

    private static final double RANGE_SHARE = 0.1;

    private final SliceModel model;
    private final PredictionSettings settings;
    private final List<PixelNetwork> networks = new ArrayList<>();
    private final List<SliceWorker> workers = new ArrayList<>();

    private SlicePredictor(SliceModel model, PredictionSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * Loads a model, once per device.
     *
     * @throws InvalidInput if the model does not take windows or positions as the settings want
     *     them
     * @throws org.dlpixel.core.image.PixelClassificationException.EngineFailure if a device cannot
     *     be used
     */
    public static SlicePredictor open(SliceModel model, PredictionSettings settings) {
        SlicePredictor predictor = new SlicePredictor(model, settings);
        try {
            settings.executions().forEach(predictor::addWorker);
            return predictor;
        } catch (RuntimeException e) {
            predictor.close();
            throw e;
        }
    }

    private void addWorker(Execution execution) {
        PixelNetwork network = model.open(execution);
        networks.add(network);
        int channels = model.metadata().context().channels(model.metadata().imageChannels());
        workers.add(SliceWorker.of(network, settings, channels));
    }

    /**
     * Segments a stack, normalised as the model says. Per volume, the stack is read once or twice
     * more to find its percentiles, which are those of all slices whatever the range; see {@link
     * #predict(SliceSource, IntensityRange, PredictionSink, Progress)} if they are known.
     *
     * @throws InvalidInput if the number of channels is not the model's, a pixel is not finite, the
     *     range of slices begins behind the stack's end, or probabilities of a slice are 2^31 or
     *     more
     */
    public void predict(SliceSource source, PredictionSink sink, Progress progress) {
        List<Integer> slices = wanted(source, sink);
        Optional<Normalization> perVolume = model.volumeNormalization();
        if (perVolume.isEmpty() || slices.isEmpty()) {
            run(source, slices, Optional.empty(), sink, progress);
            return;
        }
        IntensityRange range =
                Quantiles.range(
                        source,
                        perVolume.get().lowPercentile(),
                        perVolume.get().highPercentile(),
                        progress.part(0, RANGE_SHARE));
        run(source, slices, Optional.of(range), sink, progress.part(RANGE_SHARE, 1));
    }

    /**
     * Segments a stack whose intensity range is known.
     *
     * @param volumeRange raw intensities that become 0 and 1, found as the model's normalisation
     *     says; only used by models that are normalised per volume
     */
    public void predict(
            SliceSource source,
            IntensityRange volumeRange,
            PredictionSink sink,
            Progress progress) {
        run(source, wanted(source, sink), Optional.of(volumeRange), sink, progress);
    }

    /** The slices of the range that are not there already. */
    private List<Integer> wanted(SliceSource source, PredictionSink sink) {
        int expected = model.metadata().imageChannels();
        if (source.shape().channels() != expected) {
            throw InvalidInput.of(
                    "number of channels of " + source.name(),
                    source.shape().channels(),
                    "the model's, " + expected);
        }
        return settings.range().of(source.shape()).stream()
                .filter(slice -> !sink.has(slice))
                .toList();
    }

    private void run(
            SliceSource source,
            List<Integer> slices,
            Optional<IntensityRange> range,
            PredictionSink sink,
            Progress progress) {
        if (slices.isEmpty()) {
            progress.report(1, "All slices are there already");
            return;
        }
        SliceSource seen = model.metadata().context().of(source);
        VolumeShape shape = seen.shape();
        Pipeline.Reader reader = reader(source, seen, range);
        int classes = networks.get(0).classCount();
        new Pipeline(reader, workers, shape, slices, () -> Findings.of(shape, classes, settings))
                .run(sink, progress);
    }

    /**
     * @param seen the source with its context
     */
    private Pipeline.Reader reader(
            SliceSource source, SliceSource seen, Optional<IntensityRange> range) {
        Optional<WholeSlices> whole = seen.whole();
        Optional<IntensityRange> known = model.knownRange(range);
        if (whole.isPresent() && known.isPresent()) {
            return lookup(whole.get(), known.get().table());
        }
        return (slice, target) -> {
            seen.read(slice, target.pixels());
            if (source.pixelType().isFloat()) {
                requireFinite(source, slice, target.pixels());
            }
            model.prepare(target.pixels(), range);
        };
    }

    private static Pipeline.Reader lookup(WholeSlices whole, float[] table) {
        return (slice, target) ->
                whole.read(slice, (at, values, n) -> lookup(table, values, n, target, at));
    }

    private static void lookup(float[] table, short[] values, int n, FloatImage target, int at) {
        float[] pixels = target.pixels();
        for (int i = 0; i < n; i++) {
            pixels[at + i] = table[values[i] & 0xffff];
        }
    }

    private static void requireFinite(SliceSource source, int z, float[] pixels) {
        for (float v : pixels) {
            if (!Float.isFinite(v)) {
                throw InvalidInput.of(
                        "pixel in " + source.name() + ", slice " + z, v, "a finite number");
            }
        }
    }

    @Override
    public void close() {
        networks.forEach(PixelNetwork::close);
        networks.clear();
    }
}
