package org.dlpixel.core.predict;

import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.SliceModel;

/**
 * Segments stacks with a model.
 *
 * <pre>
 * try (SlicePredictor predictor = SlicePredictor.open(model, PredictionSettings.defaults())) {
 *     predictor.predict(source, (z, classes) -&gt; writer.write(z, classes), progress);
 * }
 * </pre>
 */
public final class SlicePredictor implements AutoCloseable {

    private static final double RANGE_SHARE = 0.1;

    private final SliceModel model;
    private final PixelNetwork network;
    private final TiledNetwork tiled;

    private SlicePredictor(SliceModel model, PredictionSettings settings) {
        this.model = model;
        this.network = model.open(settings.execution());
        this.tiled = new TiledNetwork(network, settings.maxPixels(network));
    }

    /** Loads a model. */
    public static SlicePredictor open(SliceModel model, PredictionSettings settings) {
        return new SlicePredictor(model, settings);
    }

    /**
     * Segments a stack, normalised as the model says. Per volume, the stack is read twice more to
     * find its percentiles; see {@link #predict(SliceSource, IntensityRange, SegmentationSink,
     * Progress)} if they are known.
     *
     * @throws InvalidInput if the number of channels is not the model's or a pixel is not finite
     */
    public void predict(SliceSource source, SegmentationSink sink, Progress progress) {
        requireChannels(source);
        Optional<Normalization> wanted = model.volumeNormalization();
        if (wanted.isEmpty()) {
            run(source, Optional.empty(), sink, progress);
            return;
        }
        IntensityRange range =
                Quantiles.range(
                        source,
                        wanted.get().lowPercentile(),
                        wanted.get().highPercentile(),
                        progress.part(0, RANGE_SHARE));
        run(source, Optional.of(range), sink, progress.part(RANGE_SHARE, 1));
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
            SegmentationSink sink,
            Progress progress) {
        requireChannels(source);
        run(source, Optional.of(volumeRange), sink, progress);
    }

    private void requireChannels(SliceSource source) {
        int expected = model.metadata().imageChannels();
        if (source.shape().channels() != expected) {
            throw InvalidInput.of(
                    "number of channels of " + source.name(),
                    source.shape().channels(),
                    "the model's, " + expected);
        }
    }

    private void run(
            SliceSource source,
            Optional<IntensityRange> range,
            SegmentationSink sink,
            Progress progress) {
        SliceSource seen = model.metadata().context().of(source);
        VolumeShape shape = seen.shape();
        FloatImage slice = FloatImage.zeros(shape.width(), shape.height(), shape.channels());
        byte[] classes = new byte[shape.plane()];
        for (int z = 0; z < shape.slices(); z++) {
            progress.checkCancelled();
            seen.read(z, slice.pixels());
            requireFinite(source, z, slice.pixels());
            model.prepare(slice.pixels(), range);
            tiled.classes(slice, classes, progress);
            sink.write(z, classes);
            progress.report(
                    (z + 1.0) / shape.slices(), "Slice " + (z + 1) + " of " + shape.slices());
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
        network.close();
    }
}
