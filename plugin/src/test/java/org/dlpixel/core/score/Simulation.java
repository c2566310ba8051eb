package org.dlpixel.core.score;

import java.util.SplittableRandom;

/**
 * Pixels of classes whose intensity is normal with unit variance and means 0, d, 2 d, ...; the
 * classifier knows that and believes in given priors, so that it is calibrated under them.
 *
 * @param distance d
 * @param believed priors of the classifier
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Simulation(double distance, double[] believed) {

    /** Classes of pixels drawn with some priors. */
    static byte[] labels(double[] priors, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            while (labels[i] < priors.length - 1 && u >= priors[labels[i]]) {
                u -= priors[labels[i]++];
            }
        }
        return labels;
    }

    /** Scores of pixels of these classes, before the softmax. */
    float[] logits(byte[] labels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] logits = new float[labels.length * believed.length];
        for (int i = 0; i < labels.length; i++) {
            double x = labels[i] * distance + random.nextGaussian();
            for (int c = 0; c < believed.length; c++) {
                double z = x - c * distance;
                logits[i * believed.length + c] = (float) (Math.log(believed[c]) - z * z / 2);
            }
        }
        return logits;
    }

    PixelProbabilities pixels(byte[] labels, long seed) {
        return PixelProbabilities.ofLogits(believed.length, logits(labels, seed));
    }

    LabelledProbabilities labelled(double[] priors, int count, long seed) {
        byte[] labels = labels(priors, count, seed);
        return LabelledProbabilities.of(pixels(labels, seed + 1), labels);
    }

    /** What a sample of a volume with these priors looks like. */
    PixelProbabilities volume(double[] priors, int count, long seed) {
        return pixels(labels(priors, count, seed), seed + 1);
    }
}
