package org.dlpixel.core.forest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.Split;

/**
 * A random forest that tells the class of every pixel from {@link PixelFeatures} (Breiman 2001).
 *
 * <pre>
 * PixelForest forest = PixelForest.train(regions, 2, SliceContext.NONE, ForestSettings.defaults(), progress);
 * FloatImage probabilities = forest.probabilities(slice, range, progress); // one channel per class
 * </pre>
 *
 * <p>Trees are grown by binary splits of least Gini impurity on bootstraps in which all classes
 * weigh the same; a pixel's probability is the mean of the weighted class shares of its leaves. The
 * same regions, settings but threads, and seed give the same forest and the same probabilities, bit
 * for bit. A forest does not change and may be used by several threads at once.
 */
public final class PixelForest {

    /** Pixels that pass through one tree after the other while they are in the cache. */
    private static final int BLOCK = 256;

    private final PixelFeatures features;
    private final int classes;
    private final Tree[] trees;
    private final Workers workers;
    private final OutOfBag outOfBag;

    private PixelForest(
            PixelFeatures features, int classes, Tree[] trees, Workers workers, OutOfBag outOfBag) {
        this.features = features;
        this.classes = classes;
        this.trees = trees;
        this.workers = workers;
        this.outOfBag = outOfBag;
    }

    /**
     * Learns from the labelled pixels of the training regions; at most {@value TrainingPixels#MOST}
     * of them, chosen at random, classes with few pixels in full.
     *
     * @param regions of equally many channels; those of {@link Split#VALIDATION} are not looked at.
     *     Features near the border of a region's image take it for the border of the slice.
     * @param classes number of classes; one without labels gets probability 0
     * @param context which channels are neighbouring slices
     * @throws InvalidInput if fewer than two classes have labels, a label is beyond the classes or
     *     channels differ
     * @throws org.dlpixel.core.image.PixelClassificationException.Cancelled within a tree's time
     */
    public static PixelForest train(
            List<LabelledRegion> regions,
            int classes,
            SliceContext context,
            ForestSettings settings,
            Progress progress) {
        List<LabelledRegion> used =
                regions.stream().filter(region -> region.split() == Split.TRAIN).toList();
        requireTwoClasses(used, classes);
        PixelFeatures features = new PixelFeatures(context, channels(used));
        TrainingPixels pixels =
                TrainingPixels.of(used, classes, features, settings.seed(), progress.part(0, 0.2));
        Workers workers = new Workers(settings.threads());
        Tree[] trees = new Tree[settings.trees()];
        BitSet[] bags = grow(pixels, settings, workers, trees, progress.part(0.2, 1));
        OutOfBag outOfBag = OutOfBag.of(pixels, trees, bags);
        return new PixelForest(features, classes, trees, workers, outOfBag);
    }

    private static void requireTwoClasses(List<LabelledRegion> regions, int classes) {
        long labelled =
                Arrays.stream(PixelChoice.counts(regions, classes)).filter(n -> n > 0).count();
        if (labelled < 2) {
            throw InvalidInput.of(
                    "number of classes with labels for training", labelled, "at least 2");
        }
    }

    private static int channels(List<LabelledRegion> regions) {
        int channels = regions.get(0).image().channels();
        for (LabelledRegion region : regions) {
            if (region.image().channels() != channels) {
                throw InvalidInput.of(
                        "number of channels of " + region.describe(),
                        region.image().channels(),
                        channels + ", as many as " + regions.get(0).describe() + " has");
            }
        }
        return channels;
    }

    private static BitSet[] grow(
            TrainingPixels pixels,
            ForestSettings settings,
            Workers workers,
            Tree[] trees,
            Progress progress) {
        BinnedPixels binned = BinnedPixels.of(pixels);
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        SplittableRandom[] randoms = new SplittableRandom[trees.length];
        Arrays.setAll(randoms, t -> seeds.split());
        BitSet[] bags = new BitSet[trees.length];
        workers.run(
                trees.length,
                t -> {
                    TreeGrower grower = new TreeGrower(binned, settings.minLeaf(), randoms[t]);
                    trees[t] = grower.grow();
                    bags[t] = grower.bag();
                },
                progress,
                "Random forest");
        return bags;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** What the forest looks at. */
    public PixelFeatures features() {
        return features;
    }

    /** The forest's honest opinion on its training pixels. */
    public OutOfBag outOfBag() {
        return outOfBag;
    }

    /**
     * The probability of every class at every pixel.
     *
     * @param image raw intensities, with the channels of the training images
     * @param range intensities that become 0 and 1
     * @return one channel per class, 0..1, sum 1 per pixel
     * @throws InvalidInput if the image has other channels or pixels that are not finite
     */
    public FloatImage probabilities(FloatImage image, IntensityRange range, Progress progress) {
        requireFinite(image);
        FloatImage out = FloatImage.zeros(image.width(), image.height(), classes);
        FeatureBands bands = new FeatureBands(features, image, range, workers.threads());
        workers.run(bands.count(), b -> vote(bands, b, out), progress, "Random forest");
        return out;
    }

    private static void requireFinite(FloatImage image) {
        for (float v : image.pixels()) {
            if (!Float.isFinite(v)) {
                throw InvalidInput.of("pixel", v, "a finite number");
            }
        }
    }

    private void vote(FeatureBands bands, int index, FloatImage out) {
        FeatureBands.Band band = bands.band(index);
        float[] block = new float[band.values().length * BLOCK];
        float[] sums = new float[BLOCK * classes];
        int end = bands.end(index);
        for (int from = bands.start(index); from < end; from += BLOCK) {
            int count = Math.min(BLOCK, end - from);
            int at = band.offset() + from - bands.start(index);
            for (int f = 0; f < band.values().length; f++) {
                System.arraycopy(band.values()[f], at, block, f * BLOCK, count);
            }
            Arrays.fill(sums, 0);
            for (Tree tree : trees) {
                tree.vote(block, BLOCK, count, classes, sums);
            }
            write(sums, count, out, from);
        }
    }

    private void write(float[] sums, int count, FloatImage out, int from) {
        int plane = out.width() * out.height();
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < count; i++) {
                out.pixels()[c * plane + from + i] = sums[i * classes + c] / trees.length;
            }
        }
    }
}
