package org.dlpixel.core.train.data;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;

/** Looks for labels that cannot be learnt from, before anything long starts. */
public final class TrainingChecks {

    /** Warning of a training that has nothing to choose its weights by. */
    public static final String NOTHING_HELD_OUT =
            "No region is held out: the last weights are kept, not the best.";

    private TrainingChecks() {}

    /**
     * Checks labelled regions of which patches of unknown size are cut.
     *
     * @see #check(List, ClassList, int)
     */
    public static List<String> check(List<LabelledRegion> regions, ClassList classes) {
        return check(regions, classes, 1);
    }

    /**
     * Checks labelled regions:
     *
     * <ul>
     *   <li>refused: nothing labelled, nothing to train on, a single class, no background, other
     *       channels or classes than stated;
     *   <li>warned of: a class that is missing in a split; a row without labels, without
     *       background, with nothing but background or without any unlabelled pixel (the last two:
     *       labels that may be off by one); rows smaller than a patch; intensities unlike the rest.
     * </ul>
     *
     * @param regions rows of the table, in order
     * @param patchSize side of a patch, pixels
     * @return warnings: what is odd but can be trained with
     * @throws InvalidInput if training is impossible; the message names the row where there is one
     */
    public static List<String> check(
            List<LabelledRegion> regions, ClassList classes, int patchSize) {
        if (regions.isEmpty()) {
            throw InvalidInput.of("number of labelled regions", 0, "at least 1");
        }
        for (int row = 0; row < regions.size(); row++) {
            requireRow(regions, row, classes);
        }
        long[] training = histogram(regions, Split.TRAIN, classes);
        requireLearnable(regions, training, classes);
        List<String> warnings = new ArrayList<>(new LabelWarnings(regions, classes).find());
        warnings.addAll(smallRegions(new Rows(regions), patchSize));
        warnings.addAll(new IntensityWarnings(regions).find());
        return warnings;
    }

    private static void requireRow(List<LabelledRegion> regions, int row, ClassList classes) {
        LabelledRegion region = regions.get(row);
        Rows rows = new Rows(regions);
        int channels = regions.get(0).image().channels();
        if (region.image().channels() != channels) {
            throw InvalidInput.of(
                    "number of channels in " + rows.name(row),
                    region.image().channels(),
                    "that of the first row, " + channels);
        }
        for (byte label : region.labels().classes()) {
            if (label >= classes.size()) {
                throw InvalidInput.of(
                        "class index in " + rows.name(row),
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
                    "of at least two classes: in sparse labels 0 is unlabelled, 1 background and 2"
                            + " the first class; dense labels (0 background, 1 foreground) are off"
                            + " by one");
        }
        if (training[0] == 0) {
            throw InvalidInput.of(
                    "labels",
                    "no pixel of the background, '" + classes.name(0) + "'",
                    "painted for the background, too: what is not painted counts as unknown");
        }
    }

    private static List<String> smallRegions(Rows rows, int patchSize) {
        List<Integer> small =
                rows.that(r -> Math.min(r.image().width(), r.image().height()) < patchSize);
        if (small.isEmpty()) {
            return List.of();
        }
        return List.of(
                "Smaller than a patch of "
                        + patchSize
                        + " x "
                        + patchSize
                        + " pixels: "
                        + rows.names(small)
                        + ". The rest of their patches is mirrored and ignored.");
    }

    /** Labelled pixels of each class in the regions of a split. */
    static long[] histogram(List<LabelledRegion> regions, Split split, ClassList classes) {
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
}
