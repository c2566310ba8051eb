package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
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
                if (region.labels().labelled() > 0) {
                    FloatImage opinion = own.probabilities(region, progress.part(0, 0));
                    pixel = average(region.labels(), opinion, mean, pixel);
                }
            }
        }
        return new OutOfFold(
                networksAlone.classes(), mean, networksAlone.labels(), networksAlone.groups());
    }

    /** Averages the labelled pixels of a region into the others' opinion; the next pixel. */
    private static int average(LabelMask labels, FloatImage opinion, float[] mean, int from) {
        int classes = opinion.channels();
        int plane = labels.classes().length;
        int pixel = from;
        for (int i = 0; i < plane; i++) {
            if (labels.classes()[i] != LabelMask.IGNORE) {
                for (int c = 0; c < classes; c++) {
                    int at = pixel * classes + c;
                    mean[at] = (mean[at] + opinion.pixels()[c * plane + i]) / 2;
                }
                pixel++;
            }
        }
        return pixel;
    }
}
