package org.dlpixel.core.predict;

import org.dlpixel.core.image.FloatImage;

/** How sure a prediction is of each pixel, found from its probabilities. */
public enum Uncertainty {

    /**
     * Shannon's entropy as a share of its maximum: -sum(p ln p) / ln(classes). 0 where one class is
     * certain, 1 where all are alike.
     */
    ENTROPY {
        @Override
        float of(FloatImage probabilities, int plane, int pixel) {
            double sum = 0;
            for (int c = 0; c < probabilities.channels(); c++) {
                double p = probabilities.pixels()[c * plane + pixel];
                sum -= p > 0 ? p * Math.log(p) : 0;
            }
            return (float) Math.max(0, Math.min(1, sum / Math.log(probabilities.channels())));
        }
    },

    /**
     * The largest probability less the second largest. 1 where one class is certain, 0 where two
     * lead alike: the smaller, the less sure.
     */
    MARGIN {
        @Override
        float of(FloatImage probabilities, int plane, int pixel) {
            float first = 0;
            float second = 0;
            for (int c = 0; c < probabilities.channels(); c++) {
                float p = probabilities.pixels()[c * plane + pixel];
                second = Math.max(second, Math.min(first, p));
                first = Math.max(first, p);
            }
            return first - second;
        }
    };

    abstract float of(FloatImage probabilities, int plane, int pixel);

    /**
     * The map of a slice, one channel, 0..1.
     *
     * @param probabilities one channel per class, at least 2
     */
    public FloatImage of(FloatImage probabilities) {
        FloatImage map = FloatImage.zeros(probabilities.width(), probabilities.height(), 1);
        fill(probabilities, map.pixels());
        return map;
    }

    /**
     * The map of a slice, into memory that is there.
     *
     * @param probabilities one channel per class, at least 2
     * @param target gets width * height values, 0..1
     */
    public void fill(FloatImage probabilities, float[] target) {
        int plane = probabilities.width() * probabilities.height();
        for (int i = 0; i < plane; i++) {
            target[i] = of(probabilities, plane, i);
        }
    }
}
