package org.dlpixel.core.network;

import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;

/** A model that tells apart the classes of a slice's pixels: all that prediction needs. */
public sealed interface SliceModel permits PixelModel, ForeignModel {

    ModelInfo metadata();

    /** The percentiles over a whole volume that {@link #prepare} needs, if it does. */
    Optional<Normalization> volumeNormalization();

    /**
     * Makes the network's input of raw intensities, in place.
     *
     * @param slice finite raw intensities with their context, (C, H, W)
     * @param volumeRange what {@link #volumeNormalization} asks for; else it is ignored
     */
    void prepare(float[] slice, Optional<IntensityRange> volumeRange);

    /**
     * What becomes 0 and 1 in every slice, if that is all that {@link #prepare} does and can be
     * told before slices are read.
     *
     * @param volumeRange what {@link #volumeNormalization} asks for
     */
    default Optional<IntensityRange> knownRange(Optional<IntensityRange> volumeRange) {
        return Optional.empty();
    }

    /**
     * Loads the network into libtorch, to run on the processor with the given number of threads per
     * operation.
     */
    default PixelNetwork open(int threads) {
        return open(Execution.onCpu(threads));
    }

    /** Loads the network into libtorch. A network of another program has its own precision. */
    PixelNetwork open(Execution execution);
}
