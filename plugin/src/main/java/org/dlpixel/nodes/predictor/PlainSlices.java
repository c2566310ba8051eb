package org.dlpixel.nodes.predictor;

import java.util.function.Consumer;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.score.Flicker;

/** Sees the slices of one volume after the other before they are averaged and smoothed. */
final class PlainSlices implements Consumer<SlicePrediction> {

    private Flicker flicker = new Flicker();

    /**
     * The next slice is the first of another volume.
     *
     * @param depth slices per time point
     */
    void reset(int depth) {
        flicker = new Flicker(depth);
    }

    @Override
    public void accept(SlicePrediction prediction) {
        flicker.add(prediction.slice(), prediction.classes());
    }

    /** Share of flickering voxels; NaN if no slice has both neighbours. */
    double flicker() {
        return flicker.share();
    }
}
