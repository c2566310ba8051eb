package org.dlpixel.core.predict;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.TileRule;

/**
 * How a stack is segmented. The sizes of tiles do not change the result; {@link Execution} may, by
 * rounding.
 *
 * @param maxTilePixels largest piece that is computed at once, pixels, at least 1024; a slice of at
 *     most that many is computed whole. {@link Windows.Sliding} windows have their own size
 * @param maxBytes memory that a piece may take, at least 1 MB; pieces are made smaller until they
 *     fit, as far as is known how much the network takes. Networks that cannot be tiled, and those
 *     of other programs, ignore it
 * @param execution threads, device and precision
 * @param furtherDevices devices that work on other slices at the same time, with the same threads
 *     and precision
 * @param windows how slices are cut
 * @param augmentation in which positions slices are shown to the network
 * @param range which slices are predicted
 * @param probabilities whether the sink gets probabilities besides classes
 */
public record PredictionSettings(
        long maxTilePixels,
        long maxBytes,
        Execution execution,
        List<Device> furtherDevices,
        Windows windows,
        TestTimeAugmentation augmentation,
        SliceRange range,
        boolean probabilities) {

    private static final int MIN_PIXELS = 1024;
    private static final long DEFAULT_BYTES = 2L << 30;

    public PredictionSettings {
        furtherDevices = List.copyOf(furtherDevices);
        if (maxTilePixels < MIN_PIXELS) {
            throw InvalidInput.of(
                    "largest tile", maxTilePixels + " pixels", "at least " + MIN_PIXELS);
        }
        if (maxBytes < 1 << 20) {
            throw InvalidInput.of("memory for a tile", maxBytes + " bytes", "at least 1 MB");
        }
    }

    /** Exact, all slices, classes only. */
    public PredictionSettings(long maxTilePixels, long maxBytes, Execution execution) {
        this(
                maxTilePixels,
                maxBytes,
                execution,
                List.of(),
                Windows.EXACT,
                TestTimeAugmentation.NONE,
                SliceRange.ALL,
                false);
    }

    /** On the processor, with 2 GB for a piece. */
    public PredictionSettings(long maxTilePixels, int threads) {
        this(maxTilePixels, DEFAULT_BYTES, Execution.onCpu(threads));
    }

    /** Pieces of 2048 x 2048 pixels and a thread per processor. */
    public static PredictionSettings defaults() {
        return new PredictionSettings(2048L * 2048, Runtime.getRuntime().availableProcessors());
    }

    public PredictionSettings withMaxTilePixels(long value) {
        return new PredictionSettings(
                value,
                maxBytes,
                execution,
                furtherDevices,
                windows,
                augmentation,
                range,
                probabilities);
    }

    public PredictionSettings withMaxBytes(long value) {
        return new PredictionSettings(
                maxTilePixels,
                value,
                execution,
                furtherDevices,
                windows,
                augmentation,
                range,
                probabilities);
    }

    public PredictionSettings withThreads(int value) {
        Execution other = new Execution(value, execution.device(), execution.precision());
        return withExecution(other);
    }

    public PredictionSettings withExecution(Execution value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                value,
                furtherDevices,
                windows,
                augmentation,
                range,
                probabilities);
    }

    public PredictionSettings withFurtherDevices(List<Device> value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                execution,
                value,
                windows,
                augmentation,
                range,
                probabilities);
    }

    public PredictionSettings withWindows(Windows value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                execution,
                furtherDevices,
                value,
                augmentation,
                range,
                probabilities);
    }

    public PredictionSettings withAugmentation(TestTimeAugmentation value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                execution,
                furtherDevices,
                windows,
                value,
                range,
                probabilities);
    }

    public PredictionSettings withRange(SliceRange value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                execution,
                furtherDevices,
                windows,
                augmentation,
                value,
                probabilities);
    }

    public PredictionSettings withProbabilities(boolean value) {
        return new PredictionSettings(
                maxTilePixels,
                maxBytes,
                execution,
                furtherDevices,
                windows,
                augmentation,
                range,
                value);
    }

    /** What each worker runs on: one per device. */
    List<Execution> executions() {
        List<Execution> all = new ArrayList<>();
        all.add(execution);
        furtherDevices.forEach(device -> all.add(execution.withDevice(device)));
        return all;
    }

    /** The largest piece for a network with so many input channels. */
    long maxPixels(PixelNetwork network, int inputChannels) {
        long allowed = Math.min(maxTilePixels, addressable(network, inputChannels));
        if (network.bytesPerPixel().isEmpty() || network.tileRule() instanceof TileRule.Whole) {
            return allowed;
        }
        long fitting = maxBytes / network.bytesPerPixel().getAsLong();
        return Math.min(allowed, Math.max(MIN_PIXELS, fitting));
    }

    /** Input and scores of a piece are below 2^31 bytes each. */
    private static long addressable(PixelNetwork network, int inputChannels) {
        int channels = Math.max(network.classCount(), inputChannels);
        return (Integer.MAX_VALUE - 8) / ((long) Float.BYTES * channels);
    }
}
