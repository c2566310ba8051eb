package org.dlpixel.core.train.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.LabelledRegion;

/**
 * Holds a share out where nobody did so by hand: whole groups, those with the most classes first,
 * because a region without foreground cannot tell a good epoch from a bad one. Every class that is
 * labelled anywhere stays labelled in training.
 *
 * <p>Where no group can be spared, e.g. because there is a single region, the region with the most
 * labels is cut in space, see {@link SpatialSplit}. If even that is impossible nothing is held out.
 * Regions that are divided already stay as they are.
 *
 * @param fraction wanted share, of groups or of labels, above 0 and below 1
 * @param grouping which regions belong together
 * @param gap of a cut in space, pixels: the width of the network's receptive field
 * @param seed of the order in which equals are drawn
 */
public record HoldOut(double fraction, Grouping grouping, int gap, long seed)
        implements ValidationPlan {

    public HoldOut {
        // refuses a wrong fraction or gap
        new SpatialSplit(fraction, gap);
    }

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        if (ValidationPlan.isDivided(regions)) {
            return List.of(new Fold(regions));
        }
        Groups groups = new Groups(regions, grouping);
        List<Integer> order = groups.labelled(seed);
        order.sort(Comparator.comparingInt(group -> -groups.classes(group).cardinality()));
        int wanted = (int) Math.max(1, Math.rint(fraction * order.size()));
        Fold fold = groups.holdOut(order, wanted);
        return List.of(fold.validation().isEmpty() ? cut(regions) : fold);
    }

    /** Cuts the region with the most labels, if it overlaps no other. */
    private Fold cut(List<LabelledRegion> regions) {
        SpatialSplit split = new SpatialSplit(fraction, gap);
        List<LabelledRegion> byLabels =
                regions.stream()
                        .sorted(Comparator.comparingLong(r -> -r.labels().labelled()))
                        .toList();
        for (LabelledRegion region : byLabels) {
            Optional<List<LabelledRegion>> parts =
                    isAlone(region, regions) ? split.cut(region) : Optional.empty();
            if (parts.isPresent()) {
                List<LabelledRegion> out = new ArrayList<>(regions);
                int row = regions.indexOf(region);
                out.set(row, parts.get().get(0));
                out.add(row + 1, parts.get().get(1));
                return new Fold(out);
            }
        }
        return new Fold(regions);
    }

    private static boolean isAlone(LabelledRegion region, List<LabelledRegion> regions) {
        return regions.stream().filter(other -> Grouping.ROI.together(region, other)).count() == 1;
    }

    @Override
    public String describe() {
        return Math.round(100 * fraction) + " % of all by " + grouping.title();
    }
}
