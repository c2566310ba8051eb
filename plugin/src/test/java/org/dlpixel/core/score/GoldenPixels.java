package org.dlpixel.core.score;

import org.dlpixel.core.image.LabelMask;

/** Fourteen pixels of three classes; what numpy computes of them stands in the tests. */
final class GoldenPixels {

    private static final int[] THOUSANDTHS = {
        938, 62, 0, 0, 9, 991, 47, 704, 249, 833, 7, 160, 2, 997, 1, 38, 3, 959, 0, 5, 995, 36, 145,
        819, 992, 8, 0, 176, 807, 17, 0, 3, 997, 714, 272, 14, 840, 160, 0, 32, 775, 193
    };

    static final byte[] LABELS = {0, 2, 0, 0, 1, 2, 1, 2, 0, 0, 2, 2, LabelMask.IGNORE, 1};
    static final int[] REGIONS = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2};

    private GoldenPixels() {}

    static PixelProbabilities probabilities() {
        float[] values = new float[THOUSANDTHS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = THOUSANDTHS[i] / 1000f;
        }
        return new PixelProbabilities(3, values);
    }
}
