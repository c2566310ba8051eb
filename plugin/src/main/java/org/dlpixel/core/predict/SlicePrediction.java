package org.dlpixel.core.predict;

import java.util.Optional;
import org.dlpixel.core.image.FloatImage;

/**
 * What is predicted of one slice. The arrays are used again for later slices: what is to be kept
 * beyond {@link PredictionSink#write} is copied.
 *
 * @param slice 0-based
 * @param classes class index per pixel, [y * width + x]
 * @param probabilities one channel per class, if they were asked for ({@link
 *     PredictionSettings#probabilities()})
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
public record SlicePrediction(int slice, byte[] classes, Optional<FloatImage> probabilities) {

    /** The same arrays as those of a slice so many further on. */
    public SlicePrediction shifted(int slices) {
        return new SlicePrediction(slice + slices, classes, probabilities);
    }
}
