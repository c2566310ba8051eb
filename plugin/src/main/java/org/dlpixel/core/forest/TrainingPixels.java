package org.dlpixel.core.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;

/**
 * The labelled pixels a forest learns from.
 *
 * @param values {@code values[feature][pixel]}
 * @param labels class index of every pixel
 * @param classes number of classes
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
record TrainingPixels(float[][] values, byte[] labels, int classes) {

    /** Most pixels; more make training slower and, next to each other, say little new. */
    static final int MOST = 50_000;

    /** Chooses labelled pixels of the regions and computes their features. */
    static TrainingPixels of(
            List<LabelledRegion> regions,
            int classes,
            PixelFeatures features,
            long seed,
            Progress progress) {
        long[] counts = PixelChoice.counts(regions, classes);
        PixelChoice choice = new PixelChoice(counts, MOST, new SplittableRandom(seed));
        int total = Math.toIntExact(Arrays.stream(PixelChoice.quotas(counts, MOST)).sum());
        float[][] values = new float[features.count()][total];
        byte[] labels = new byte[total];
        int at = 0;
        for (int i = 0; i < regions.size(); i++) {
            LabelledRegion region = regions.get(i);
            int[] chosen = choice.next(region.labels());
            copyLabels(region.labels(), chosen, labels, at);
            FeatureBands bands = new FeatureBands(features, region.image(), region.range(), 1);
            copyFeatures(bands, chosen, values, at, progress);
            at += chosen.length;
            progress.report((i + 1.0) / regions.size(), "Features of " + region.describe());
        }
        return new TrainingPixels(values, labels, classes);
    }

    private static void copyLabels(LabelMask mask, int[] chosen, byte[] labels, int at) {
        for (int i = 0; i < chosen.length; i++) {
            labels[at + i] = mask.classes()[chosen[i]];
        }
    }

    private static void copyFeatures(
            FeatureBands bands, int[] chosen, float[][] values, int at, Progress progress) {
        int next = 0;
        for (int b = 0; b < bands.count(); b++) {
            int first = next;
            while (next < chosen.length && chosen[next] < bands.end(b)) {
                next++;
            }
            if (first < next) {
                progress.checkCancelled();
                FeatureBands.Band band = bands.band(b);
                int shift = band.offset() - bands.start(b);
                for (int f = 0; f < values.length; f++) {
                    for (int i = first; i < next; i++) {
                        values[f][at + i] = band.values()[f][shift + chosen[i]];
                    }
                }
            }
        }
    }

    int count() {
        return labels.length;
    }

    /** The pixels of each class, ascending. */
    int[][] byClass() {
        int[][] pixels = new int[classes][labels.length];
        int[] used = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            pixels[labels[i]][used[labels[i]]++] = i;
        }
        for (int c = 0; c < classes; c++) {
            pixels[c] = Arrays.copyOf(pixels[c], used[c]);
        }
        return pixels;
    }
}
