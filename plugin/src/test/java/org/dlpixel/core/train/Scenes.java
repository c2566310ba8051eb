package org.dlpixel.core.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;

/** Small pictures of bright squares on a noisy ground, sparsely labelled. */
public final class Scenes {

    public static final ClassList CLASSES = ClassList.numbered(2);

    private Scenes() {}

    /** A region in which about a tenth of the pixels carry their true class. */
    public static LabelledRegion region(int width, int height, long seed, Split split) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[width * height];
        byte[] labels = new byte[width * height];
        Arrays.fill(labels, LabelMask.IGNORE);
        for (int i = 0; i < pixels.length; i++) {
            boolean square = i % width / 8 % 2 == 1 && i / width / 8 % 2 == 1;
            pixels[i] = (float) (100 + (square ? 60 : 0) + 20 * random.nextDouble());
            if (random.nextInt(10) == 0) {
                labels[i] = (byte) (square ? 1 : 0);
            }
        }
        return region(
                new FloatImage(width, height, 1, pixels),
                new LabelMask(width, height, labels),
                split);
    }

    public static LabelledRegion region(FloatImage image, LabelMask labels, Split split) {
        return new LabelledRegion(
                "scene",
                7,
                Roi.whole(image.width(), image.height()),
                split,
                image,
                labels,
                new IntensityRange(100, 180));
    }

    /** The region in a slice whose number is its width: another for other sizes. */
    public static LabelledRegion inSliceOfItsSize(LabelledRegion r) {
        return new LabelledRegion(
                r.source(),
                r.image().width(),
                r.roi(),
                r.split(),
                r.image(),
                r.labels(),
                r.range());
    }

    /** A region whose labels are all the same. */
    public static LabelledRegion uniform(int label, Split split) {
        byte[] labels = new byte[16 * 16];
        Arrays.fill(labels, (byte) label);
        return region(FloatImage.zeros(16, 16, 1), new LabelMask(16, 16, labels), split);
    }

    public static TrainingData data(List<LabelledRegion> regions) {
        return new TrainingData(regions, CLASSES, Normalization.defaults());
    }

    public static PatchSource patches(List<LabelledRegion> regions, int size, long seed) {
        PatchSampler sampler =
                new PatchSampler(size, PatchPlacement.STRATIFIED, AugmentationSettings.FLIPS);
        return PatchSource.sampled(regions, sampler, 64, seed);
    }
}
