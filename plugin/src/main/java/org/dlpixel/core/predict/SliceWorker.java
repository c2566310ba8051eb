package org.dlpixel.core.predict;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.network.PixelNetwork;

/** Finds the classes of slices of any size, one slice at a time. */
@FunctionalInterface
interface SliceWorker {

    /**
     * @param slice normalised
     * @param findings filled
     * @param stop asked before every tile
     */
    void find(FloatImage slice, Findings findings, Stop stop);

    /**
     * @param inputChannels of the network
     */
    static SliceWorker of(PixelNetwork network, PredictionSettings settings, int inputChannels) {
        if (settings.windows() instanceof Windows.Sliding sliding) {
            return SlidingSlices.of(network, sliding, settings.augmentation());
        }
        return new ExactSlices(
                network, settings.maxPixels(network, inputChannels), settings.augmentation());
    }
}
