package org.dlpixel.core.network.bioimage;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.network.process.PixelStep;

/**
 * The one input or output of a network, as a description of 0.4 or 0.5 states it.
 *
 * @param channels their number, at least 1
 * @param names of the channels, or none
 * @param height along y
 * @param width along x
 * @param processing before the network, or after it
 * @param test file name of an example
 */
record ForeignTensor(
        int channels,
        List<String> names,
        Extent height,
        Extent width,
        List<PixelStep> processing,
        Optional<String> test) {

    /**
     * Sizes along one axis, pixels; of an output those of the input.
     *
     * @param min smallest size
     * @param step to the next; 0 if there is none
     * @param halo of no use at both sides
     */
    record Extent(int min, int step, int halo) {}
}
