package org.dlpixel.core.train.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.LabelledRegion;

/** Which regions belong together, so that they must not be on both sides of a division. */
public enum Grouping {

    /**
     * A ROI: regions of one slice that overlap, directly or by way of others. Patches that were cut
     * and varied before do not know their place any more; those of one slice are one group.
     */
    ROI("ROI") {
        @Override
        boolean together(LabelledRegion a, LabelledRegion b) {
            return SLICE.together(a, b) && a.roi().overlaps(b.roi());
        }
    },

    /** All regions of one slice of one source. */
    SLICE("slice") {
        @Override
        boolean together(LabelledRegion a, LabelledRegion b) {
            return a.slice() == b.slice() && a.source().equals(b.source());
        }
    };

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    abstract boolean together(LabelledRegion a, LabelledRegion b);

    /** The group of every region: 0, 1, ... in the order in which groups first occur. */
    public int[] of(List<LabelledRegion> regions) {
        int[] leader = new int[regions.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            for (int j = 0; j < i; j++) {
                if (together(regions.get(i), regions.get(j))) {
                    join(leader, i, j);
                }
            }
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] groups = new int[leader.length];
        for (int i = 0; i < groups.length; i++) {
            int number = numbers.size();
            groups[i] = numbers.computeIfAbsent(find(leader, i), key -> number);
        }
        return groups;
    }

    private static void join(int[] leader, int a, int b) {
        int first = find(leader, a);
        int second = find(leader, b);
        leader[Math.max(first, second)] = Math.min(first, second);
    }

    private static int find(int[] leader, int i) {
        int l = i;
        while (leader[l] != l) {
            l = leader[l];
        }
        return l;
    }
}
