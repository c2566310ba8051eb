package org.dlpixel.core.predict;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.TileRule;

/**
 * How a stack is segmented. Tiles do not change the result; {@link Execution} may, by rounding.
 *
 * @param maxTilePixels largest piece that is computed at once, pixels, at least 1024; a slice of at
 *     most that many is computed whole
 * @param maxBytes memory that a piece may take, at least 1 MB; pieces are made smaller until they
 *     fit, as far as is known how much the network takes. Networks that cannot be tiled, and those
 *     of other programs, ignore it
 * @param execution threads, device and precision
 */
public record PredictionSettings(long maxTilePixels, long maxBytes, Execution execution) {

    private static final int MIN_PIXELS = 1024;
    private static final long DEFAULT_BYTES = 2L << 30;

    public PredictionSettings {
        if (maxTilePixels < MIN_PIXELS) {
            throw InvalidInput.of(
                    "largest tile", maxTilePixels + " pixels", "at least " + MIN_PIXELS);
        }
        if (maxBytes < 1 << 20) {
            throw InvalidInput.of("memory for a tile", maxBytes + " bytes", "at least 1 MB");
        }
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
        return new PredictionSettings(value, maxBytes, execution);
    }

    public PredictionSettings withMaxBytes(long value) {
        return new PredictionSettings(maxTilePixels, value, execution);
    }

    public PredictionSettings withThreads(int value) {
        Execution other = new Execution(value, execution.device(), execution.precision());
        return withExecution(other);
    }

    public PredictionSettings withExecution(Execution value) {
        return new PredictionSettings(maxTilePixels, maxBytes, value);
    }

    /** The largest piece for a network. */
    long maxPixels(PixelNetwork network) {
        if (network.bytesPerPixel().isEmpty() || network.tileRule() instanceof TileRule.Whole) {
            return maxTilePixels;
        }
        long fitting = maxBytes / network.bytesPerPixel().getAsLong();
        return Math.min(maxTilePixels, Math.max(MIN_PIXELS, fitting));
    }
}
