package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;

/** Looks for labels that cannot be learnt from, before anything long starts. */
public final class TrainingChecks {

    private TrainingChecks() {}

    /**
     * Checks labelled regions.
     *
     * @param regions rows of the table, in order
     * @return warnings: what is odd but can be trained with
     * @throws InvalidInput if training is impossible; the message names the row where there is one
     */
    public static List<String> check(List<LabelledRegion> regions, ClassList classes) {
        if (regions.isEmpty()) {
            throw InvalidInput.of("number of labelled regions", 0, "at least 1");
        }
        for (int row = 0; row < regions.size(); row++) {
            requireRow(regions, row, classes);
        }
        long[] training = histogram(regions, Split.TRAIN, classes);
        requireLearnable(regions, training, classes);
        return warnings(regions, training, classes);
    }

    private static void requireRow(List<LabelledRegion> regions, int row, ClassList classes) {
        LabelledRegion region = regions.get(row);
        int channels = regions.get(0).image().channels();
        if (region.image().channels() != channels) {
            throw InvalidInput.of(
                    "number of channels in " + name(region, row),
                    region.image().channels(),
                    "that of the first row, " + channels);
        }
        for (byte label : region.labels().classes()) {
            if (label >= classes.size()) {
                throw InvalidInput.of(
                        "class index in " + name(region, row),
                        label,
                        "below the number of classes, " + classes.size() + " " + classes.names());
            }
        }
    }

    private static void requireLearnable(
            List<LabelledRegion> regions, long[] training, ClassList classes) {
        if (regions.stream().noneMatch(region -> region.split() == Split.TRAIN)) {
            throw InvalidInput.of(
                    "split", "all regions are held out", "'train' for at least one region");
        }
        List<String> present = new ArrayList<>();
        for (int c = 0; c < training.length; c++) {
            if (training[c] > 0) {
                present.add(classes.name(c));
            }
        }
        if (present.isEmpty()) {
            throw InvalidInput.of(
                    "labels", "no labelled pixel in any training region", "painted somewhere");
        }
        if (present.size() == 1) {
            throw InvalidInput.of(
                    "labels",
                    "all labelled pixels are '" + present.get(0) + "'",
                    "of at least two classes");
        }
        if (training[0] == 0) {
            throw InvalidInput.of(
                    "labels",
                    "no pixel of the background, '" + classes.name(0) + "'",
                    "painted for the background, too: what is not painted counts as unknown");
        }
    }

    private static List<String> warnings(
            List<LabelledRegion> regions, long[] training, ClassList classes) {
        List<String> warnings = new ArrayList<>();
        for (int c = 0; c < training.length; c++) {
            if (training[c] == 0) {
                warnings.add("Class '" + classes.name(c) + "' has no pixel in a training region.");
            }
        }
        boolean heldOut = false;
        for (int row = 0; row < regions.size(); row++) {
            LabelledRegion region = regions.get(row);
            boolean labelled = region.labels().labelled() > 0;
            if (!labelled) {
                warnings.add("No labelled pixel in " + name(region, row) + ".");
            }
            heldOut |= labelled && region.split() == Split.VALIDATION;
        }
        if (!heldOut) {
            warnings.add("No region is held out: the last weights are kept, not the best.");
        }
        return warnings;
    }

    private static long[] histogram(List<LabelledRegion> regions, Split split, ClassList classes) {
        long[] sum = new long[classes.size()];
        for (LabelledRegion region : regions) {
            if (region.split() == split) {
                long[] part = region.labels().histogram(classes.size());
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += part[c];
                }
            }
        }
        return sum;
    }

    private static String name(LabelledRegion region, int row) {
        return "row " + (row + 1) + " (" + region.describe() + ")";
    }
}
