package org.dlpixel.core.train.course;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.score.PixelProbabilities;

/** Maps of class probabilities, one channel per class, and what is done to them. */
final class Opinion {

    private static final double TINY = 1e-7;

    private Opinion() {}

    /** Adds the second map to the first, weighted; in place. */
    static void add(FloatImage sum, FloatImage more, double weight) {
        float[] to = sum.pixels();
        float[] from = more.pixels();
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (weight * from[i]);
        }
    }

    /** Corrects probabilities: softmax(log p + offsets); in place. */
    static void shift(FloatImage map, List<Double> offsets) {
        int classes = map.channels();
        int plane = map.width() * map.height();
        double[] factor = offsets.stream().mapToDouble(Math::exp).toArray();
        for (int i = 0; i < plane; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.max(TINY, map.pixels()[c * plane + i]) * factor[c];
            }
            for (int c = 0; c < classes; c++) {
                int at = c * plane + i;
                map.pixels()[at] = (float) (Math.max(TINY, map.pixels()[at]) * factor[c] / sum);
            }
        }
    }

    /**
     * A sample of the pixels of several maps; the same seed takes the same pixels of maps of the
     * same sizes.
     *
     * @param most about how many
     */
    static PixelProbabilities sample(List<FloatImage> maps, int most, long seed) {
        int classes = maps.get(0).channels();
        long all = maps.stream().mapToLong(m -> (long) m.width() * m.height()).sum();
        double share = Math.min(1, most / (double) all);
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[(int) Math.min(all, 2L * most + 1000) * classes];
        int n = 0;
        for (FloatImage map : maps) {
            int plane = map.width() * map.height();
            for (int i = 0; i < plane && (n + 1) * classes <= values.length; i++) {
                if (random.nextDouble() < share) {
                    for (int c = 0; c < classes; c++) {
                        values[n * classes + c] = map.pixels()[c * plane + i];
                    }
                    n++;
                }
            }
        }
        return new PixelProbabilities(classes, Arrays.copyOf(values, n * classes));
    }
}
