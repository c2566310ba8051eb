package org.dlpixel.core.predict.plane;

import java.util.function.Consumer;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/**
 * Shows what it passes on.
 *
 * @param sink that gets it
 * @param observer sees it before
 */
record ObservedSink(PredictionSink sink, Consumer<SlicePrediction> observer)
        implements PredictionSink {

    @Override
    public boolean has(int slice) {
        return sink.has(slice);
    }

    @Override
    public void write(SlicePrediction prediction) {
        observer.accept(prediction);
        sink.write(prediction);
    }
}
