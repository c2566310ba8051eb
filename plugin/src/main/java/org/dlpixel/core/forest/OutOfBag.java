package org.dlpixel.core.forest;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the trees say of training pixels that they were not grown from (Breiman 2001): unlike the
 * probabilities of the whole forest, these are not near 1 just because the pixel was learned. Its
 * neighbours may have been, so they are still better than those of pixels far from any label.
 *
 * @param probabilities {@code probabilities[pixel * classes + c]}, sum 1 per pixel
 * @param labels class index painted on every pixel
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
public record OutOfBag(float[] probabilities, byte[] labels) {

    /** Votes on all pixels that at least one tree does not know. */
    static OutOfBag of(TrainingPixels pixels, Tree[] trees, BitSet[] bags) {
        int classes = pixels.classes();
        float[] probabilities = new float[pixels.count() * classes];
        byte[] labels = new byte[pixels.count()];
        float[] values = new float[pixels.values().length];
        float[] sums = new float[classes];
        int used = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int f = 0; f < values.length; f++) {
                values[f] = pixels.values()[f][i];
            }
            int voters = vote(i, values, trees, bags, sums);
            if (voters > 0) {
                for (int c = 0; c < classes; c++) {
                    probabilities[used * classes + c] = sums[c] / voters;
                }
                labels[used++] = pixels.labels()[i];
            }
        }
        return new OutOfBag(
                Arrays.copyOf(probabilities, used * classes), Arrays.copyOf(labels, used));
    }

    private static int vote(int pixel, float[] values, Tree[] trees, BitSet[] bags, float[] sums) {
        Arrays.fill(sums, 0);
        int voters = 0;
        for (int t = 0; t < trees.length; t++) {
            if (!bags[t].get(pixel)) {
                trees[t].vote(values, 1, 1, sums.length, sums);
                voters++;
            }
        }
        return voters;
    }
}
