package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.train.OutOfFold;
import org.dlpixel.core.train.validation.Fold;

/**
 * The networks of all folds and, if wanted, a random forest, each side with half of the say.
 *
 * @param networks trained on the folds, by fold
 * @param folds what each was trained on
 * @param forest makes a forest from labelled regions; empty for networks alone
 * @param threads threads per operation
 */
record Teachers(
        List<PixelModel> networks,
        List<Fold> folds,
        Optional<Function<List<LabelledRegion>, Teacher>> forest,
        int threads) {

    /** The squares in which {@link org.dlpixel.core.train.OutOfFoldCollector} goes. */
    private static final int SIDE = 1024;

    /** How far features look, pixels, and a little more. */
    private static final int REACH = 48;

    Teachers {
        networks = List.copyOf(networks);
        folds = List.copyOf(folds);
    }

    /**
     * What they think of boxes, one map of class probabilities for each.
     *
     * @param regions what the forest learns from
     */
    List<FloatImage> opinions(
            List<LabelledRegion> boxes, List<LabelledRegion> regions, Progress progress) {
        int classes = networks.get(0).metadata().classes().size();
        List<FloatImage> opinions = new ArrayList<>();
        for (LabelledRegion box : boxes) {
            opinions.add(FloatImage.zeros(box.image().width(), box.image().height(), classes));
        }
        double say = (forest.isPresent() ? 0.5 : 1) / networks.size();
        for (int i = 0; i < networks.size(); i++) {
            Progress part =
                    progress.part(0.5 * i / networks.size(), 0.5 * (i + 1) / networks.size());
            try (Network network = networks.get(i).open(threads)) {
                add(opinions, boxes, new NetworkTeacher(network, true), say, part);
            }
        }
        forest.ifPresent(f -> add(opinions, boxes, f.apply(regions), 0.5, progress.part(0.5, 1)));
        return opinions;
    }

    private static void add(
            List<FloatImage> opinions,
            List<LabelledRegion> boxes,
            Teacher teacher,
            double say,
            Progress progress) {
        for (int i = 0; i < boxes.size(); i++) {
            progress.checkCancelled();
            Opinion.add(
                    opinions.get(i), teacher.probabilities(boxes.get(i), progress.part(0, 0)), say);
            progress.report((i + 1.0) / boxes.size(), "Teachers look at unlabelled box " + (i + 1));
        }
    }

    /**
     * What they think of labelled pixels that neither network nor forest was trained on.
     *
     * @param networksAlone the networks' part, in the order of folds, regions and pixels
     */
    OutOfFold outOfFold(OutOfFold networksAlone, Progress progress) {
        if (forest.isEmpty()) {
            return networksAlone;
        }
        float[] mean = networksAlone.probabilities().clone();
        int pixel = 0;
        for (Fold fold : folds) {
            progress.checkCancelled();
            Teacher own = forest.get().apply(fold.training());
            for (LabelledRegion region : fold.validation()) {
                for (Roi box : region.labels().labelledBoxes(SIDE)) {
                    progress.checkCancelled();
                    pixel = average(own, region, box, mean, pixel);
                }
            }
        }
        return new OutOfFold(
                networksAlone.classes(), mean, networksAlone.labels(), networksAlone.groups());
    }

    /** Averages the labelled pixels of a box into the networks' opinion; the next pixel. */
    private static int average(
            Teacher forest, LabelledRegion region, Roi box, float[] mean, int from) {
        Roi seen = grown(box, region.image());
        LabelledRegion part = region.crop(seen);
        FloatImage opinion = forest.probabilities(part, Progress.none());
        int classes = opinion.channels();
        int plane = seen.width() * seen.height();
        int pixel = from;
        for (int y = box.yStart(); y < box.yEnd(); y++) {
            for (int x = box.xStart(); x < box.xEnd(); x++) {
                if (region.labels().at(x, y) != LabelMask.IGNORE) {
                    int i = (y - seen.yStart()) * seen.width() + x - seen.xStart();
                    for (int c = 0; c < classes; c++) {
                        int at = pixel * classes + c;
                        mean[at] = (mean[at] + opinion.pixels()[c * plane + i]) / 2;
                    }
                    pixel++;
                }
            }
        }
        return pixel;
    }

    private static Roi grown(Roi box, FloatImage image) {
        return new Roi(
                Math.max(0, box.xStart() - REACH),
                Math.max(0, box.yStart() - REACH),
                Math.min(image.width(), box.xEnd() + REACH),
                Math.min(image.height(), box.yEnd() + REACH));
    }
}
