package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitSearchTest {

    private static final int PIXELS = 40;
    private static final int CLASSES = 3;

    @Property(tries = 100)
    void noOtherSplitLeavesLessImpurity(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int minLeaf) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] values = new float[2][PIXELS];
        byte[] labels = new byte[PIXELS];
        double[] weights = new double[PIXELS];
        double[] totals = new double[CLASSES];
        for (int i = 0; i < PIXELS; i++) {
            labels[i] = (byte) random.nextInt(CLASSES);
            weights[i] = 1 + random.nextInt(3);
            totals[labels[i]] += weights[i];
            values[0][i] = random.nextInt(30);
            values[1][i] = random.nextInt(30) + labels[i] * 5;
        }
        TrainingPixels pixels = new TrainingPixels(values, labels, CLASSES);
        SplitSearch search = new SplitSearch(BinnedPixels.of(pixels), weights, minLeaf);
        int[] members = IntStream.range(0, PIXELS).toArray();
        search.start();
        search.tryFeature(0, members, 0, PIXELS, totals);
        search.tryFeature(1, members, 0, PIXELS, totals);

        double least = Double.POSITIVE_INFINITY;
        for (float[] feature : values) {
            for (float threshold : feature) {
                least = Math.min(least, impurity(feature, threshold, labels, weights, minLeaf));
            }
        }
        assertThat(search.found()).isEqualTo(least < Double.POSITIVE_INFINITY);
        if (search.found()) {
            float[] feature = values[search.feature()];
            assertThat(impurity(feature, search.threshold(), labels, weights, minLeaf))
                    .isCloseTo(least, within(1e-9));
            for (int i = 0; i < PIXELS; i++) {
                assertThat(search.goesLeft(i)).isEqualTo(feature[i] <= search.threshold());
            }
        }
    }

    /** The weighted Gini impurity of both sides; infinite if one side is too small. */
    private static double impurity(
            float[] feature, float threshold, byte[] labels, double[] weights, int minLeaf) {
        double[][] sides = new double[2][CLASSES];
        int[] counts = new int[2];
        for (int i = 0; i < PIXELS; i++) {
            int side = feature[i] <= threshold ? 0 : 1;
            sides[side][labels[i]] += weights[i];
            counts[side]++;
        }
        if (counts[0] < minLeaf || counts[1] < minLeaf) {
            return Double.POSITIVE_INFINITY;
        }
        double impurity = 0;
        for (double[] side : sides) {
            double sum = 0;
            double squares = 0;
            for (double w : side) {
                sum += w;
                squares += w * w;
            }
            impurity += sum - squares / sum;
        }
        return impurity;
    }
}
