package org.dlpixel.core.forest;

import java.util.Arrays;

/**
 * A grown decision tree in flat arrays.
 *
 * <p>Node n asks whether feature {@code features[n]} is at most {@code thresholds[n]}: if so the
 * next node is {@code next[n]}, else {@code next[n] + 1}. A leaf has the feature {@link #LEAF}, and
 * its class probabilities begin at {@code leaves[next[n]]}. Node 0 is the root.
 */
final class Tree {

    /** What a leaf has in place of a feature. */
    static final int LEAF = -1;

    private final int[] features;
    private final float[] thresholds;
    private final int[] next;
    private final float[] leaves;

    private Tree(int[] features, float[] thresholds, int[] next, float[] leaves) {
        this.features = features;
        this.thresholds = thresholds;
        this.next = next;
        this.leaves = leaves;
    }

    int nodes() {
        return features.length;
    }

    /**
     * Adds the class probabilities of some pixels.
     *
     * @param values {@code values[feature * stride + pixel]}
     * @param stride distance of features
     * @param pixels number of pixels, at most stride
     * @param classes number of classes
     * @param sums {@code sums[pixel * classes + c]}, added to
     */
    void vote(float[] values, int stride, int pixels, int classes, float[] sums) {
        for (int p = 0; p < pixels; p++) {
            int node = 0;
            for (int f = features[0]; f != LEAF; f = features[node]) {
                int right = values[f * stride + p] > thresholds[node] ? 1 : 0;
                node = next[node] + right;
            }
            int leaf = next[node];
            for (int c = 0; c < classes; c++) {
                sums[p * classes + c] += leaves[leaf + c];
            }
        }
    }

    /** Collects the nodes of a tree while it grows. */
    static final class Builder {

        private int[] features = new int[64];
        private float[] thresholds = new float[64];
        private int[] next = new int[64];
        private float[] leaves = new float[64];
        private int nodes;
        private int used;

        /** Makes room for nodes side by side and returns the first. */
        int add(int count) {
            int first = nodes;
            nodes += count;
            if (nodes > features.length) {
                features = Arrays.copyOf(features, 2 * nodes);
                thresholds = Arrays.copyOf(thresholds, 2 * nodes);
                next = Arrays.copyOf(next, 2 * nodes);
            }
            return first;
        }

        /** Makes a node a question with two new children and returns the left one. */
        int split(int node, int feature, float threshold) {
            int left = add(2);
            features[node] = feature;
            thresholds[node] = threshold;
            next[node] = left;
            return left;
        }

        /** Makes a node a leaf; the weights need not sum to 1. */
        void leaf(int node, double[] weights) {
            double sum = Arrays.stream(weights).sum();
            if (used + weights.length > leaves.length) {
                leaves = Arrays.copyOf(leaves, 2 * (used + weights.length));
            }
            features[node] = LEAF;
            next[node] = used;
            for (double w : weights) {
                leaves[used++] = (float) (w / sum);
            }
        }

        Tree build() {
            return new Tree(
                    Arrays.copyOf(features, nodes),
                    Arrays.copyOf(thresholds, nodes),
                    Arrays.copyOf(next, nodes),
                    Arrays.copyOf(leaves, used));
        }
    }
}
