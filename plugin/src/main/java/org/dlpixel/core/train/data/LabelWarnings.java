package org.dlpixel.core.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;

/** What is odd about the labels of regions but can be trained with. */
final class LabelWarnings {

    private final Rows rows;
    private final ClassList classes;
    private final List<String> warnings = new ArrayList<>();

    LabelWarnings(List<LabelledRegion> regions, ClassList classes) {
        this.rows = new Rows(regions);
        this.classes = classes;
    }

    List<String> find() {
        missing(Split.TRAIN, "training");
        if (rows.regions().stream().anyMatch(LabelWarnings::isHeldOut)) {
            missing(Split.VALIDATION, "held-out");
        } else {
            warnings.add(TrainingChecks.NOTHING_HELD_OUT);
        }
        warn("No labelled pixel in ", rows.that(r -> !isLabelled(r)), ".");
        warn(
                "No background, '" + classes.name(0) + "', is painted in ",
                withoutBackground(),
                ": what is not painted counts as unknown.");
        warn(
                "Nothing but background, '" + classes.name(0) + "', is painted in ",
                onlyBackground(),
                ". If its labels are dense (0 background, 1 foreground), they are off by one: 0"
                        + " means unlabelled and 1 background.");
        warn(
                "Every pixel is labelled in ",
                full(),
                ". If unlabelled pixels were meant, the labels are off by one: they must be 0,"
                        + " background 1.");
        return List.copyOf(warnings);
    }

    /** Patches often hold one class only; rows are odd if most others hold several. */
    private List<Integer> withoutBackground() {
        List<Integer> labelled = rows.that(LabelWarnings::isLabelled);
        List<Integer> mixed =
                rows.that(r -> background(r) > 0 && background(r) < r.labels().labelled());
        return 2 * mixed.size() < labelled.size()
                ? List.of()
                : rows.that(r -> isLabelled(r) && background(r) == 0);
    }

    /** Rows of sources of which nothing else is painted anywhere: files go wrong as a whole. */
    private List<Integer> onlyBackground() {
        Set<String> others =
                rows.regions().stream()
                        .filter(r -> background(r) < r.labels().labelled())
                        .map(LabelledRegion::source)
                        .collect(Collectors.toSet());
        return rows.that(r -> isLabelled(r) && !others.contains(r.source()));
    }

    /** Two classes painted everywhere are plain dense labels, a third may be the unlabelled. */
    private List<Integer> full() {
        List<Integer> full = rows.that(LabelWarnings::isFull);
        boolean all = full.size() == rows.that(LabelWarnings::isLabelled).size();
        return all && classes.size() == 2 ? List.of() : full;
    }

    private void missing(Split split, String word) {
        long[] histogram = TrainingChecks.histogram(rows.regions(), split, classes);
        for (int c = 0; c < histogram.length; c++) {
            if (histogram[c] == 0) {
                warnings.add(
                        "Class '" + classes.name(c) + "' has no pixel in a " + word + " region.");
            }
        }
    }

    private void warn(String before, List<Integer> which, String after) {
        if (!which.isEmpty()) {
            warnings.add(before + rows.names(which) + after);
        }
    }

    private long background(LabelledRegion region) {
        return region.labels().histogram(classes.size())[0];
    }

    private static boolean isLabelled(LabelledRegion region) {
        return region.labels().labelled() > 0;
    }

    private static boolean isFull(LabelledRegion region) {
        return region.labels().labelled() == region.labels().classes().length;
    }

    private static boolean isHeldOut(LabelledRegion region) {
        return region.split() == Split.VALIDATION && isLabelled(region);
    }
}
