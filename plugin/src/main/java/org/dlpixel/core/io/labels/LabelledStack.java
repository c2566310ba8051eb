package org.dlpixel.core.io.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VolumeShape;

/**
 * An image stack with sparse labels on some of its slices and, if known, the truth.
 *
 * @param image raw intensities, (C, H, W) per slice
 * @param labels sparse: 0 unlabelled, 1 background, 2.. classes; as large as the image
 * @param truth class index of every voxel, only used for scores; as large as the image
 * @param survey what the labels hold
 * @param range intensities of the whole stack that become 0 and 1
 */
public record LabelledStack(
        SliceSource image,
        SliceSource labels,
        Optional<DenseTruth> truth,
        LabelSurvey survey,
        IntensityRange range) {

    /**
     * Checks everything and reads all slices: labels first, which tells of most mistakes within
     * seconds, then the truth, then twice the image for its intensity range.
     *
     * @throws InvalidInput if sizes differ, labels cannot be learned from or pixels are not finite
     */
    public static LabelledStack read(
            SliceSource image, SliceSource labels, Optional<SliceSource> truth, Progress progress) {
        requireSameExtent("labels", labels, image);
        truth.ifPresent(t -> requireSameExtent("truth", t, image));
        LabelSurvey survey = LabelSurvey.of(labels, progress.part(0, 0.2));
        Optional<DenseTruth> dense = truth.map(t -> DenseTruth.of(t, progress.part(0.2, 0.4)));
        dense.ifPresent(t -> requireKnownClasses(t, survey));
        Normalization percentiles = Normalization.defaults();
        IntensityRange range =
                Quantiles.range(
                        image,
                        percentiles.lowPercentile(),
                        percentiles.highPercentile(),
                        progress.part(0.4, 1));
        return new LabelledStack(image, labels, dense, survey, range);
    }

    /** One whole-slice region per labelled slice, all for training, ascending. */
    public List<LabelledRegion> regions(Progress progress) {
        List<LabelledRegion> regions = new ArrayList<>();
        for (int slice : survey.labelledSlices()) {
            progress.checkCancelled();
            regions.add(region(slice));
            progress.report(
                    (double) regions.size() / survey.labelledSlices().size(),
                    "Labelled slice " + slice);
        }
        return regions;
    }

    /** Things that are not wrong but that the user may want to know. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>(survey.findings());
        truth.filter(t -> t.classes() < survey.classes())
                .ifPresent(
                        t ->
                                findings.add(
                                        "The truth "
                                                + t.name()
                                                + " holds "
                                                + t.classes()
                                                + " classes, the labels "
                                                + survey.classes()
                                                + ": its values are taken for the first classes."));
        return findings;
    }

    private LabelledRegion region(int slice) {
        VolumeShape shape = image.shape();
        float[] values = new float[shape.plane()];
        labels.read(slice, values);
        LabelMask mask = LabelEncoding.SPARSE.decode(shape.width(), shape.height(), values);
        return new LabelledRegion(
                image.name(),
                slice,
                Roi.whole(shape.width(), shape.height()),
                Split.TRAIN,
                image.slice(slice),
                mask,
                range);
    }

    private static void requireSameExtent(String what, SliceSource other, SliceSource image) {
        if (!other.shape().sameExtent(image.shape())) {
            throw new InvalidInput(
                    "Illegal size: the "
                            + what
                            + " "
                            + other.name()
                            + " are "
                            + other.shape().zyx()
                            + " (Z x Y x X) but the image "
                            + image.name()
                            + " is "
                            + image.shape().zyx()
                            + "; they must be equal.");
        }
    }

    private static void requireKnownClasses(DenseTruth truth, LabelSurvey survey) {
        if (truth.classes() > survey.classes()) {
            throw new InvalidInput(
                    "Illegal truth: "
                            + truth.name()
                            + " holds "
                            + truth.classes()
                            + " different values, must be at most one per class, and the labels "
                            + survey.name()
                            + " hold "
                            + survey.classes()
                            + " classes.");
        }
    }
}
