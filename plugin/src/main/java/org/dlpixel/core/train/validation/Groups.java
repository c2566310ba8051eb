package org.dlpixel.core.train.validation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/** Regions in groups, and which classes are labelled in each group. */
final class Groups {

    private final List<LabelledRegion> regions;
    private final int[] groupOf;
    private final List<BitSet> classes = new ArrayList<>();

    Groups(List<LabelledRegion> regions, Grouping grouping) {
        this.regions = regions;
        this.groupOf = grouping.of(regions);
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] == classes.size()) {
                classes.add(new BitSet());
            }
            classes.get(groupOf[i]).or(classes(regions.get(i)));
        }
    }

    /** The classes that are labelled in a region. */
    static BitSet classes(LabelledRegion region) {
        BitSet classes = new BitSet();
        for (byte c : region.labels().classes()) {
            if (c != LabelMask.IGNORE) {
                classes.set(c);
            }
        }
        return classes;
    }

    /** The classes that are labelled in a group. */
    BitSet classes(int group) {
        return classes.get(group);
    }

    /** Groups with any label, in an order that the seed decides. */
    List<Integer> labelled(long seed) {
        List<Integer> groups = new ArrayList<>();
        for (int g = 0; g < classes.size(); g++) {
            if (!classes.get(g).isEmpty()) {
                groups.add(g);
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = groups.size() - 1; i > 0; i--) {
            Collections.swap(groups, i, random.nextInt(i + 1));
        }
        return groups;
    }

    /** In how many groups each class is labelled. */
    int[] occurrences() {
        int[] counts = new int[LabelMask.MAX_CLASSES];
        classes.forEach(its -> its.stream().forEach(c -> counts[c]++));
        return counts;
    }

    /**
     * Holds groups out, in order, as long as every class of theirs stays labelled in another group
     * that is trained on.
     *
     * @param candidates labelled groups
     * @param most how many at most
     */
    Fold holdOut(List<Integer> candidates, int most) {
        int[] remaining = occurrences();
        Set<Integer> held = new HashSet<>();
        for (int candidate : candidates) {
            BitSet its = classes.get(candidate);
            if (held.size() < most && its.stream().allMatch(c -> remaining[c] > 1)) {
                its.stream().forEach(c -> remaining[c]--);
                held.add(candidate);
            }
        }
        List<LabelledRegion> out = new ArrayList<>();
        for (int i = 0; i < groupOf.length; i++) {
            Split use = held.contains(groupOf[i]) ? Split.VALIDATION : Split.TRAIN;
            out.add(regions.get(i).as(use));
        }
        return new Fold(out);
    }
}
