package org.dlpixel.core.predict;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How a stack is segmented; none of it changes the result.
 *
 * @param maxTilePixels largest piece that is computed at once, pixels, at least 1024; a slice of at
 *     most that many is computed whole. The default network takes about 150 bytes per pixel
 * @param threads threads per operation, 1..1024
 */
public record PredictionSettings(long maxTilePixels, int threads) {

    public PredictionSettings {
        if (maxTilePixels < 1024) {
            throw InvalidInput.of("largest tile", maxTilePixels + " pixels", "at least 1024");
        }
        if (threads < 1 || threads > 1024) {
            throw InvalidInput.of("number of threads", threads, "between 1 and 1024");
        }
    }

    /** Pieces of 2048 x 2048 pixels and a thread per processor. */
    public static PredictionSettings defaults() {
        return new PredictionSettings(2048L * 2048, Runtime.getRuntime().availableProcessors());
    }

    public PredictionSettings withMaxTilePixels(long value) {
        return new PredictionSettings(value, threads);
    }

    public PredictionSettings withThreads(int value) {
        return new PredictionSettings(maxTilePixels, value);
    }
}
