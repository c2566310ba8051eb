package org.dlpixel.core.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Grows one tree of a random forest (Breiman 2001).
 *
 * <p>Its pixels are a bootstrap of each class (as many draws with replacement as the class has
 * pixels), every class weighs the same in all. A node is split by the best of about sqrt(features)
 * random candidates until it is pure or would leave too small leaves.
 */
final class TreeGrower {

    private record Node(int index, int from, int to) {}

    private final BinnedPixels pixels;
    private final int minLeaf;
    private final SplittableRandom random;
    private final double[] weights;
    private final int[] members;
    private final int[] spare;
    private final int[] candidates;
    private final double[] totals;
    private final SplitSearch search;
    private final Tree.Builder tree = new Tree.Builder();
    private final Deque<Node> open = new ArrayDeque<>();
    private final BitSet bag = new BitSet();

    TreeGrower(BinnedPixels pixels, int minLeaf, SplittableRandom random) {
        this.pixels = pixels;
        this.minLeaf = minLeaf;
        this.random = random;
        this.weights = bootstrap();
        this.members = bag.stream().toArray();
        this.spare = new int[members.length];
        this.candidates = new int[pixels.bins().size()];
        for (int f = 0; f < candidates.length; f++) {
            candidates[f] = f;
        }
        this.totals = new double[pixels.classes()];
        this.search = new SplitSearch(pixels, weights, minLeaf);
    }

    /** The pixels the tree is grown from. */
    BitSet bag() {
        return bag;
    }

    Tree grow() {
        open.push(new Node(tree.add(1), 0, members.length));
        while (!open.isEmpty()) {
            grow(open.pop());
        }
        return tree.build();
    }

    private double[] bootstrap() {
        double[] drawn = new double[pixels.labels().length];
        for (int[] ofClass : pixels.byClass()) {
            for (int i = 0; i < ofClass.length; i++) {
                int pixel = ofClass[random.nextInt(ofClass.length)];
                drawn[pixel] += 1.0 / ofClass.length;
                bag.set(pixel);
            }
        }
        return drawn;
    }

    private void grow(Node node) {
        sum(node);
        if (node.to - node.from < 2 * minLeaf || pure() || !searchSplit(node)) {
            tree.leaf(node.index, totals);
            return;
        }
        int middle = part(node);
        int left = tree.split(node.index, search.feature(), search.threshold());
        open.push(new Node(left + 1, middle, node.to));
        open.push(new Node(left, node.from, middle));
    }

    private void sum(Node node) {
        Arrays.fill(totals, 0);
        for (int i = node.from; i < node.to; i++) {
            totals[pixels.labels()[members[i]]] += weights[members[i]];
        }
    }

    private boolean pure() {
        int present = 0;
        for (double total : totals) {
            present += total > 0 ? 1 : 0;
        }
        return present < 2;
    }

    /** Features that are the same for all pixels of the node do not count as candidates. */
    private boolean searchSplit(Node node) {
        int wanted = (int) Math.max(1, Math.round(Math.sqrt(candidates.length)));
        search.start();
        for (int i = 0; i < candidates.length && (wanted > 0 || !search.found()); i++) {
            int j = i + random.nextInt(candidates.length - i);
            int candidate = candidates[j];
            candidates[j] = candidates[i];
            candidates[i] = candidate;
            if (search.tryFeature(candidate, members, node.from, node.to, totals)) {
                wanted--;
            }
        }
        return search.found();
    }

    /**
     * Puts the pixels that go left first, both sides in their order, and tells where right begins.
     */
    private int part(Node node) {
        int left = node.from;
        int right = 0;
        for (int i = node.from; i < node.to; i++) {
            if (search.goesLeft(members[i])) {
                members[left++] = members[i];
            } else {
                spare[right++] = members[i];
            }
        }
        System.arraycopy(spare, 0, members, left, right);
        return left;
    }
}
