package org.dlpixel.core.train.validation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Cross-validation: every group is held out once, in one of the folds, whatever the regions say
 * themselves.
 *
 * <p>Groups with rare classes are dealt out first, each to the fold with the fewest groups of its
 * rarest class, so that folds resemble each other. A group that holds the only labels of a class is
 * never held out; groups without labels are always trained on.
 *
 * @param count number of folds, 2..100; fewer if there are fewer groups with labels
 * @param grouping which regions belong together
 * @param seed of the order in which equals are dealt out
 */
public record GroupFolds(int count, Grouping grouping, long seed) implements ValidationPlan {

    public GroupFolds {
        if (count < 2 || count > 100) {
            throw InvalidInput.of("number of folds", count, "between 2 and 100");
        }
    }

    @Override
    public List<Fold> folds(List<LabelledRegion> regions) {
        Groups groups = new Groups(regions, grouping);
        List<List<Integer>> dealt = deal(groups);
        List<Fold> folds = new ArrayList<>();
        for (List<Integer> group : dealt) {
            Fold fold = groups.holdOut(group, group.size());
            if (!fold.validation().isEmpty()) {
                folds.add(fold);
            }
        }
        if (folds.isEmpty()) {
            throw InvalidInput.of(
                    "labels",
                    "every " + grouping.title() + " holds the only labels of a class",
                    "of every class in two of them at least for cross-validation");
        }
        return folds;
    }

    private List<List<Integer>> deal(Groups groups) {
        List<Integer> order = groups.labelled(seed);
        if (order.size() < 2) {
            throw InvalidInput.of(
                    "number of groups (" + grouping.title() + ") with labels",
                    order.size(),
                    "at least 2 for cross-validation");
        }
        int[] occurrences = groups.occurrences();
        order.sort(Comparator.comparingInt(g -> occurrences[rarest(groups, g, occurrences)]));
        List<List<Integer>> folds = new ArrayList<>();
        for (int i = 0; i < Math.min(count, order.size()); i++) {
            folds.add(new ArrayList<>());
        }
        for (int group : order) {
            int rarest = rarest(groups, group, occurrences);
            folds.stream()
                    .min(
                            Comparator.<List<Integer>>comparingLong(
                                            fold -> with(groups, fold, rarest))
                                    .thenComparingInt(List::size))
                    .orElseThrow()
                    .add(group);
        }
        return folds;
    }

    private static long with(Groups groups, List<Integer> fold, int c) {
        return fold.stream().filter(group -> groups.classes(group).get(c)).count();
    }

    private static int rarest(Groups groups, int group, int[] occurrences) {
        BitSet classes = groups.classes(group);
        return classes.stream()
                .boxed()
                .min(Comparator.comparingInt(c -> occurrences[c]))
                .orElseThrow();
    }

    @Override
    public String describe() {
        return count + " folds by " + grouping.title();
    }
}
