package org.dlpixel.core.forest;

import java.util.Arrays;

/**
 * Finds the split of a node's pixels that leaves the least Gini impurity.
 *
 * <p>With L_c and R_c the weights of class c on both sides and L and R their sums, the weighted
 * impurity L (1 - sum (L_c/L)^2) + R (1 - sum (R_c/R)^2) is least where sum L_c^2 / L + sum R_c^2 /
 * R is largest (Breiman et al. 1984).
 */
final class SplitSearch {

    private final BinnedPixels pixels;
    private final double[] weights;
    private final int minLeaf;
    private final double[] histogram;
    private final int[] counts = new int[Bins.MOST];
    private final double[] left;

    private int feature;
    private int bin;
    private int nextBin;
    private double best;

    /**
     * @param weights of every pixel
     */
    SplitSearch(BinnedPixels pixels, double[] weights, int minLeaf) {
        this.pixels = pixels;
        this.weights = weights;
        this.minLeaf = minLeaf;
        this.histogram = new double[Bins.MOST * pixels.classes()];
        this.left = new double[pixels.classes()];
    }

    /** Forgets the best split, before the next node. */
    void start() {
        best = Double.NEGATIVE_INFINITY;
    }

    boolean found() {
        return best > Double.NEGATIVE_INFINITY;
    }

    int feature() {
        return feature;
    }

    float threshold() {
        return pixels.bins().get(feature).between(bin, nextBin);
    }

    boolean goesLeft(int pixel) {
        return pixels.bins().get(feature).code(pixel) <= bin;
    }

    /**
     * Looks whether a feature splits better than those before; of equals the first stays.
     *
     * @param members pixels of the node, from..to
     * @param totals weight of each class in the node
     * @return false if all pixels are in one bin
     */
    boolean tryFeature(int candidate, int[] members, int from, int to, double[] totals) {
        Bins bins = pixels.bins().get(candidate);
        int classes = pixels.classes();
        int low = Bins.MOST;
        int high = 0;
        for (int i = from; i < to; i++) {
            int code = bins.code(members[i]);
            low = Math.min(low, code);
            high = Math.max(high, code);
        }
        if (low == high) {
            return false;
        }
        Arrays.fill(counts, low, high + 1, 0);
        Arrays.fill(histogram, low * classes, (high + 1) * classes, 0);
        for (int i = from; i < to; i++) {
            int pixel = members[i];
            int code = bins.code(pixel);
            counts[code]++;
            histogram[code * classes + pixels.labels()[pixel]] += weights[pixel];
        }
        scan(candidate, low, high, to - from, totals);
        return true;
    }

    private void scan(int candidate, int low, int high, int members, double[] totals) {
        Arrays.fill(left, 0);
        int last = low;
        int seen = 0;
        for (int b = low; b <= high; b++) {
            if (counts[b] > 0) {
                if (seen >= minLeaf && members - seen >= minLeaf) {
                    keepIfBetter(candidate, last, b, totals);
                }
                seen += counts[b];
                last = b;
                for (int c = 0; c < left.length; c++) {
                    left[c] += histogram[b * left.length + c];
                }
            }
        }
    }

    private void keepIfBetter(int candidate, int last, int next, double[] totals) {
        double score = score(totals);
        if (score > best) {
            best = score;
            feature = candidate;
            bin = last;
            nextBin = next;
        }
    }

    private double score(double[] totals) {
        double leftSum = 0;
        double rightSum = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int c = 0; c < left.length; c++) {
            double right = totals[c] - left[c];
            leftSum += left[c];
            rightSum += right;
            leftSquares += left[c] * left[c];
            rightSquares += right * right;
        }
        return leftSquares / leftSum + rightSquares / rightSum;
    }
}
