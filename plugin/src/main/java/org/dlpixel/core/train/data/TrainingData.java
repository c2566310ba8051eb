package org.dlpixel.core.train.data;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.Split;

/**
 * What a network is trained on.
 *
 * @param regions training and held-out regions, each with the intensity range that the
 *     normalisation gave
 * @param classes names by class index
 * @param normalization how the ranges were found; stored in the model
 * @param context which neighbouring slices the regions' images hold as channels; stored in the
 *     model. Volumes are without them
 * @param volumes where regions come from, or others of their kind; may be empty
 */
public record TrainingData(
        List<LabelledRegion> regions,
        ClassList classes,
        Normalization normalization,
        SliceContext context,
        List<TrainingVolume> volumes) {

    public TrainingData {
        regions = List.copyOf(regions);
        volumes = List.copyOf(volumes);
    }

    /** Regions alone: single slices, no volumes. */
    public TrainingData(
            List<LabelledRegion> regions, ClassList classes, Normalization normalization) {
        this(regions, classes, normalization, SliceContext.NONE, List.of());
    }

    /** The same with other regions. */
    public TrainingData with(List<LabelledRegion> others) {
        return new TrainingData(others, classes, normalization, context, volumes);
    }

    /** Held-out regions with at least one labelled pixel. */
    public List<LabelledRegion> heldOut() {
        return regions.stream()
                .filter(region -> region.split() == Split.VALIDATION)
                .filter(region -> region.labels().labelled() > 0)
                .toList();
    }

    public int channels() {
        return regions.get(0).image().channels();
    }
}
