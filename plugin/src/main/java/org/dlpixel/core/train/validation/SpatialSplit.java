package org.dlpixel.core.train.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;

/**
 * Cuts regions in two, one part for training and one for validation, with a gap in between whose
 * labels are ignored: for a single region that cannot be spared as a whole.
 *
 * <p>The cut is vertical or horizontal. Of all that leave every class labelled on both sides, or
 * else the most classes, it is the one whose share of held-out labels is nearest to the wanted one
 * and whose gap loses the fewest labels. The parts share no pixel: half of the gap is context of
 * either. A region that no cut leaves with all its classes on the training side stays whole and is
 * trained on.
 *
 * @param fraction wanted share of held-out labels, above 0 and below 1
 * @param gap distance between labelled pixels of both parts, pixels; the width of the network's
 *     receptive field, so that no pixel of the image is seen from both sides
 */
public record SpatialSplit(double fraction, int gap) implements ValidationPlan {

    public SpatialSplit {
        if (!(fraction > 0 && fraction < 1)) {
            throw InvalidInput.of("validation fraction", fraction, "above 0 and below 1");
        }
        if (gap < 0) {
            throw InvalidInput.of("gap between training and validation", gap, "0 or more pixels");
        }
    }

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        List<LabelledRegion> parts = new ArrayList<>();
        for (LabelledRegion region : regions) {
            parts.addAll(cut(region).orElseGet(() -> List.of(region.as(Split.TRAIN))));
        }
        if (!ValidationPlan.isDivided(parts)) {
            throw InvalidInput.of(
                    "regions",
                    "none can be cut in two",
                    "labelled on both sides of a gap of "
                            + gap
                            + " pixels, with all classes on the training side");
        }
        return List.of(new Fold(parts));
    }

    /** The training and the validation part of a region; empty if no cut will do. */
    Optional<List<LabelledRegion>> cut(LabelledRegion region) {
        return Cut.best(region.labels(), fraction, gap)
                .map(
                        cut ->
                                List.of(
                                        cut.part(region, Split.TRAIN),
                                        cut.part(region, Split.VALIDATION)));
    }

    @Override
    public String describe() {
        return "cut in space with a gap of " + gap + " pixels";
    }
}
