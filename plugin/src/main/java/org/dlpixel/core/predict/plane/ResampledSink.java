package org.dlpixel.core.predict.plane;

import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.RowResampling;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/** Gives slices their own number of rows back. */
final class ResampledSink implements PredictionSink {

    private final PredictionSink sink;
    private final RowResampling rows;
    private final FloatImage own;
    private final byte[] classes;

    /**
     * @param sink that gets the slices, with probabilities
     * @param rows from those of the predicted slices to their own
     * @param shape of the slices that the sink gets, one channel per class
     */
    ResampledSink(PredictionSink sink, RowResampling rows, VolumeShape shape) {
        this.sink = sink;
        this.rows = rows;
        this.own = FloatImage.zeros(shape.width(), shape.height(), shape.channels());
        this.classes = new byte[shape.plane()];
    }

    @Override
    public boolean has(int slice) {
        return sink.has(slice);
    }

    @Override
    public void write(SlicePrediction prediction) {
        FloatImage stretched = prediction.probabilities().orElseThrow();
        rows.apply(stretched.pixels(), own.pixels(), own.width());
        MostProbable.classes(own, classes);
        sink.write(new SlicePrediction(prediction.slice(), classes, Optional.of(own)));
    }
}
