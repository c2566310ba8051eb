package org.dlpixel.core.forest;

import java.util.ArrayList;
import java.util.List;

/**
 * What the trees of a forest share: training pixels, ready for growing.
 *
 * @param bins one per feature
 * @param labels class index of every pixel
 * @param byClass the pixels of each class, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
record BinnedPixels(List<Bins> bins, byte[] labels, int[][] byClass) {

    static BinnedPixels of(TrainingPixels pixels) {
        List<Bins> bins = new ArrayList<>();
        for (float[] feature : pixels.values()) {
            bins.add(Bins.of(feature));
        }
        return new BinnedPixels(bins, pixels.labels(), pixels.byClass());
    }

    int classes() {
        return byClass.length;
    }
}
