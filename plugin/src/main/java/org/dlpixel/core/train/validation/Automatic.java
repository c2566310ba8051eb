package org.dlpixel.core.train.validation;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What suits the labels: a division that somebody made stays; else cross-validation by slice, or by
 * ROI if only one slice is labelled; else, if no group can be spared, a hold-out, by a cut in space
 * if need be.
 *
 * @param folds most folds of a cross-validation, 2..100
 * @param gap of a cut in space, pixels: the width of the network's receptive field
 * @param seed of the order in which equals are drawn
 */
public record Automatic(int folds, int gap, long seed) implements ValidationPlan {

    private static final double SHARE = 0.25;

    public Automatic {
        // refuse what the plans refuse
        new GroupFolds(folds, Grouping.SLICE, seed);
        new SpatialSplit(SHARE, gap);
    }

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        if (ValidationPlan.isDivided(regions)) {
            return new AsGiven().folds(regions);
        }
        return crossValidation(Grouping.SLICE, regions)
                .or(() -> crossValidation(Grouping.ROI, regions))
                .orElseGet(() -> new HoldOut(SHARE, Grouping.ROI, gap, seed).folds(regions));
    }

    /** Empty if there are too few groups to spare one. */
    private Optional<List<Fold>> crossValidation(Grouping grouping, List<LabelledRegion> regions) {
        try {
            return Optional.of(new GroupFolds(folds, grouping, seed).folds(regions));
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    @Override
    public String describe() {
        return "as given, or up to " + folds + " folds";
    }
}
