package org.dlpixel.core.predict;

/**
 * Takes a prediction slice by slice, in ascending order, always in the thread that predicts ({@link
 * SlicePredictor#predict}).
 */
@FunctionalInterface
public interface PredictionSink {

    /** Takes one slice; its arrays are used again after the call. */
    void write(SlicePrediction prediction);

    /**
     * Whether a slice is there already and need not be predicted. Asked once per slice, before the
     * first one of its time point is written.
     *
     * @param slice 0-based
     */
    default boolean has(int slice) {
        return false;
    }
}
