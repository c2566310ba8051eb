package org.dlpixel.nodes.predictor;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.predict.ClassCounts;
import org.dlpixel.core.score.Flicker;

/** What is counted while the slices of a volume pass, in ascending order. */
final class SliceStatistics {

    /** How many pixels each class has in a slice of the image. */
    record Slice(int slice, ClassCounts counts) {}

    private final int classes;
    private final List<Slice> slices = new ArrayList<>();
    private final Flicker flicker;

    /**
     * @param depth slices of the image per time point
     */
    SliceStatistics(int classes, int depth) {
        this.classes = classes;
        this.flicker = new Flicker(depth);
    }

    void add(int slice, byte[] classIndex) {
        slices.add(new Slice(slice, ClassCounts.of(classIndex, classes)));
        flicker.add(slice, classIndex);
    }

    List<Slice> slices() {
        return slices;
    }

    /** Share of flickering voxels; NaN if no slice has both neighbours. */
    double flicker() {
        return flicker.share();
    }
}
