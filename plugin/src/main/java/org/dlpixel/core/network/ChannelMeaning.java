package org.dlpixel.core.network;

import org.dlpixel.core.network.process.Softmax;

/** What the channels of a network's output say about the classes. */
public enum ChannelMeaning {

    /** A score per class; the softmax gives the probabilities. */
    SCORES {
        @Override
        void toProbabilities(float[] values, int classes) {
            new Softmax().apply(values, classes);
        }
    },

    /** A probability per class; divided by their sum, should it not be 1. */
    PROBABILITIES {
        @Override
        void toProbabilities(float[] values, int classes) {
            normalise(values, classes);
        }
    },

    /**
     * The probability of every class but the background, each for itself. The background has 1 -
     * the largest, so that a class wins if it is the largest and above .5.
     */
    INDEPENDENT {
        @Override
        void toProbabilities(float[] values, int classes) {
            int plane = values.length / classes;
            for (int i = 0; i < plane; i++) {
                float largest = 0;
                for (int c = 1; c < classes; c++) {
                    largest = Math.max(largest, values[c * plane + i]);
                }
                values[i] = 1 - largest;
            }
            normalise(values, classes);
        }
    };

    /** Channels of the output for so many classes. */
    public int channels(int classes) {
        return this == INDEPENDENT ? classes - 1 : classes;
    }

    /**
     * @param values (classes, H, W) by class index, changed in place; the background's are
     *     meaningless if the network does not give them
     */
    abstract void toProbabilities(float[] values, int classes);

    private static void normalise(float[] values, int classes) {
        int plane = values.length / classes;
        for (int i = 0; i < plane; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.max(0, values[c * plane + i]);
            }
            for (int c = 0; c < classes; c++) {
                float v = Math.max(0, values[c * plane + i]);
                values[c * plane + i] = (float) (sum > 0 ? v / sum : 1. / classes);
            }
        }
    }
}
