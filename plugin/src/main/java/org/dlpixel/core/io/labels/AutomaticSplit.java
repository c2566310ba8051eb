package org.dlpixel.core.io.labels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;

/**
 * Holds labelled regions out for validation where nobody did so by hand.
 *
 * <p>Regions are drawn at random until the wanted share is held out, those with the most classes
 * first, because a region without foreground cannot tell a good checkpoint from a bad one. Every
 * class that was labelled anywhere stays labelled in training.
 *
 * @param fraction wanted share of the regions, 0 (hold out none) to below 1; if above 0 at least
 *     one region is held out where possible
 * @param seed of the draw
 */
public record AutomaticSplit(double fraction, long seed) {

    /**
     * The regions in their order, each with its split.
     *
     * @param regions as many as were given
     * @param note why no or fewer regions are held out, if so
     */
    public record Result(List<LabelledRegion> regions, Optional<String> note) {

        public Result {
            regions = List.copyOf(regions);
        }
    }

    public AutomaticSplit {
        if (!(fraction >= 0 && fraction < 1)) {
            throw InvalidInput.of("validation fraction", fraction, "from 0 to below 1");
        }
    }

    /** A fifth. */
    public static AutomaticSplit defaults(long seed) {
        return new AutomaticSplit(0.2, seed);
    }

    /** Leaves regions alone if any of them is held out already. */
    public Result apply(List<LabelledRegion> regions) {
        boolean explicit = regions.stream().anyMatch(r -> r.split() == Split.VALIDATION);
        if (explicit || fraction == 0) {
            return new Result(regions, Optional.empty());
        }
        if (regions.size() < 2) {
            return new Result(
                    regions,
                    Optional.of(
                            "Nothing is held out for validation: there is a single labelled"
                                    + " region. The last state of the training will be kept."));
        }
        int wanted = Math.max(1, (int) Math.rint(fraction * regions.size()));
        Set<Integer> held = draw(regions, wanted);
        List<LabelledRegion> out = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            out.add(held.contains(i) ? heldOut(regions.get(i)) : regions.get(i));
        }
        return new Result(out, note(held.size(), wanted));
    }

    private Set<Integer> draw(List<LabelledRegion> regions, int wanted) {
        List<boolean[]> present = regions.stream().map(AutomaticSplit::classes).toList();
        int[] remaining = new int[LabelMask.MAX_CLASSES];
        present.forEach(p -> count(remaining, p, 1));
        Set<Integer> held = new HashSet<>();
        for (int candidate : order(present)) {
            boolean[] its = present.get(candidate);
            if (held.size() < Math.min(wanted, regions.size() - 1) && spares(remaining, its)) {
                held.add(candidate);
                count(remaining, its, -1);
            }
        }
        return held;
    }

    /** Indices of the regions, shuffled, those with more classes first. */
    private List<Integer> order(List<boolean[]> present) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            order.add(random.nextInt(i + 1), i);
        }
        order.sort((a, b) -> number(present.get(b)) - number(present.get(a)));
        return order;
    }

    /** Whether each class of a region is labelled in another one too; false if it has none. */
    private static boolean spares(int[] remaining, boolean[] classes) {
        for (int c = 0; c < classes.length; c++) {
            if (classes[c] && remaining[c] < 2) {
                return false;
            }
        }
        return number(classes) > 0;
    }

    private static void count(int[] remaining, boolean[] classes, int step) {
        for (int c = 0; c < classes.length; c++) {
            remaining[c] += classes[c] ? step : 0;
        }
    }

    private static int number(boolean[] classes) {
        int n = 0;
        for (boolean present : classes) {
            n += present ? 1 : 0;
        }
        return n;
    }

    private static boolean[] classes(LabelledRegion region) {
        boolean[] present = new boolean[LabelMask.MAX_CLASSES];
        for (byte c : region.labels().classes()) {
            if (c != LabelMask.IGNORE) {
                present[c] = true;
            }
        }
        return present;
    }

    private static LabelledRegion heldOut(LabelledRegion r) {
        return new LabelledRegion(
                r.source(), r.slice(), r.roi(), Split.VALIDATION, r.image(), r.labels(), r.range());
    }

    private static Optional<String> note(int held, int wanted) {
        if (held >= wanted) {
            return Optional.empty();
        }
        String rule = "every further one holds the only labels of a class.";
        return Optional.of(
                held == 0
                        ? "Nothing is held out for validation: " + rule
                        : "Only " + held + " of " + wanted + " regions are held out: " + rule);
    }
}
