package org.dlpixel.core.train.validation;

import java.util.Arrays;
import java.util.Optional;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/**
 * A straight cut through labels.
 *
 * @param vertical whether parts lie side by side, else one above the other
 * @param start first column or row of the gap
 * @param end column or row behind the gap
 * @param trainsFirst whether the part with the smaller coordinates is trained on
 */
record Cut(boolean vertical, int start, int end, boolean trainsFirst) {

    /** The best cut of all, see {@link SpatialSplit}; empty if none will do. */
    static Optional<Cut> best(LabelMask labels, double fraction, int gap) {
        Search search = new Search(labels, fraction);
        for (boolean vertical : new boolean[] {true, false}) {
            int extent = vertical ? labels.width() : labels.height();
            long[][] sums = sums(labels, vertical, extent);
            for (int start = 1; start + gap < extent; start++) {
                search.offer(new Cut(vertical, start, start + gap, true), sums);
                search.offer(new Cut(vertical, start, start + gap, false), sums);
            }
        }
        return Optional.ofNullable(search.best);
    }

    /** Labelled pixels by class in the columns or rows before each. */
    private static long[][] sums(LabelMask labels, boolean vertical, int extent) {
        long[][] sums = new long[extent + 1][LabelMask.MAX_CLASSES];
        for (int i = 0; i < labels.classes().length; i++) {
            byte c = labels.classes()[i];
            if (c != LabelMask.IGNORE) {
                sums[(vertical ? i % labels.width() : i / labels.width()) + 1][c]++;
            }
        }
        for (int i = 1; i <= extent; i++) {
            for (int c = 0; c < LabelMask.MAX_CLASSES; c++) {
                sums[i][c] += sums[i - 1][c];
            }
        }
        return sums;
    }

    /** One side of the cut, with its half of the gap, in which no label counts. */
    LabelledRegion part(LabelledRegion region, Split use) {
        boolean first = (use == Split.TRAIN) == trainsFirst;
        int middle = start + (end - start) / 2;
        int width = region.image().width();
        int height = region.image().height();
        Roi side;
        if (vertical) {
            side = first ? new Roi(0, 0, middle, height) : new Roi(middle, 0, width, height);
        } else {
            side = first ? new Roi(0, 0, width, middle) : new Roi(0, middle, width, height);
        }
        return region.with(withoutGap(region.labels())).crop(side).as(use);
    }

    private LabelMask withoutGap(LabelMask labels) {
        byte[] kept = labels.classes().clone();
        for (int i = 0; i < kept.length; i++) {
            int at = vertical ? i % labels.width() : i / labels.width();
            if (at >= start && at < end) {
                kept[i] = LabelMask.IGNORE;
            }
        }
        return new LabelMask(labels.width(), labels.height(), kept);
    }

    /** Remembers the best of the cuts that are offered; of equals the first. */
    private static final class Search {

        private final double fraction;
        private final long[] all;
        private final double labelled;
        private Cut best;
        private int bestClasses;
        private double bestCost;

        Search(LabelMask labels, double fraction) {
            this.fraction = fraction;
            this.all = labels.histogram(LabelMask.MAX_CLASSES);
            this.labelled = Arrays.stream(all).sum();
        }

        void offer(Cut cut, long[][] sums) {
            long trained = 0;
            long held = 0;
            int classes = 0;
            for (int c = 0; c < all.length; c++) {
                long before = sums[cut.start][c];
                long behind = all[c] - sums[cut.end][c];
                long t = cut.trainsFirst ? before : behind;
                long v = cut.trainsFirst ? behind : before;
                if (all[c] > 0 && t == 0) {
                    return;
                }
                trained += t;
                held += v;
                classes += v > 0 ? 1 : 0;
            }
            double cost = Math.abs((double) held / (held + trained) - fraction);
            cost += (labelled - held - trained) / labelled;
            if (classes > bestClasses || (classes == bestClasses && cost < bestCost)) {
                best = cut;
                bestClasses = classes;
                bestCost = cost;
            }
        }
    }
}
