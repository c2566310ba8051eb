package org.dlpixel.core.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dlpixel.core.image.LabelledRegion;

/**
 * The rows of a table of regions, as messages name them: by number, counted from 1, and by what
 * they hold.
 */
record Rows(List<LabelledRegion> regions) {

    private static final int NAMED = 3;

    /** Indices, from 0, of the rows that are as described. */
    List<Integer> that(Predicate<LabelledRegion> description) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < regions.size(); row++) {
            if (description.test(regions.get(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    String name(int row) {
        return "row " + (row + 1) + " (" + regions.get(row).describe() + ")";
    }

    /** The first few by name, the others by number: a message must stay readable. */
    String names(List<Integer> rows) {
        List<String> names = rows.stream().limit(NAMED).map(this::name).toList();
        int more = rows.size() - names.size();
        if (more > 0) {
            return String.join(", ", names) + " and " + more + " more";
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
