package org.dlpixel.core.train.validation;

import java.util.List;
import org.dlpixel.core.image.LabelledRegion;

/** As the regions say themselves, e.g. in the column "Split" of their table. */
public record AsGiven() implements ValidationPlan {

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        return List.of(new Fold(regions));
    }

    @Override
    public String describe() {
        return "as given";
    }
}
