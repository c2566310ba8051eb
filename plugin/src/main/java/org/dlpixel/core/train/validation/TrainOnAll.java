package org.dlpixel.core.train.validation;

import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/** Nothing is held out, whatever the regions say. */
public record TrainOnAll() implements ValidationPlan {

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        return List.of(new Fold(regions.stream().map(region -> region.as(Split.TRAIN)).toList()));
    }

    @Override
    public String describe() {
        return "none";
    }
}
