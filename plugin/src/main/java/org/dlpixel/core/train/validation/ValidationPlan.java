package org.dlpixel.core.train.validation;

import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/** How labelled regions are divided into training and validation. */
public sealed interface ValidationPlan
        permits AsGiven, Automatic, GroupFolds, HoldOut, SpatialSplit, TrainOnAll {

    /**
     * The divisions, at least one.
     *
     * @param regions at least one
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if the regions
     *     cannot be divided like this
     */
    List<Fold> folds(List<LabelledRegion> regions);

    /** What people read, e.g. in a model: "5 folds by ROI". */
    String describe();

    /** Whether any region is held out already. */
    static boolean isDivided(List<LabelledRegion> regions) {
        return regions.stream().anyMatch(region -> region.split() == Split.VALIDATION);
    }
}
