package org.dlpixel.core.train;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Split;

/**
 * What a network is trained on.
 *
 * @param regions training and held-out regions, each with the intensity range that the
 *     normalisation gave
 * @param classes names by class index
 * @param normalization how the ranges were found; stored in the model
 */
public record TrainingData(
        List<LabelledRegion> regions, ClassList classes, Normalization normalization) {

    public TrainingData {
        regions = List.copyOf(regions);
    }

    /** Held-out regions with at least one labelled pixel. */
    List<LabelledRegion> heldOut() {
        return regions.stream()
                .filter(region -> region.split() == Split.VALIDATION)
                .filter(region -> region.labels().labelled() > 0)
                .toList();
    }

    int channels() {
        return regions.get(0).image().channels();
    }
}
