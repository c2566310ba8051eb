package org.dlpixel.core.train.validation;

import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/**
 * One division of labelled regions into those to train on and those to validate with.
 *
 * @param regions in their order; what they are used for is their {@link LabelledRegion#split}
 */
public record Fold(List<LabelledRegion> regions) {

    public Fold {
        regions = List.copyOf(regions);
    }

    public List<LabelledRegion> training() {
        return of(Split.TRAIN);
    }

    public List<LabelledRegion> validation() {
        return of(Split.VALIDATION);
    }

    private List<LabelledRegion> of(Split split) {
        return regions.stream().filter(region -> region.split() == split).toList();
    }
}
