package org.dlpixel.core.forest;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How a random forest is grown.
 *
 * @param trees number of trees, 1..{@value #MAX_TREES}
 * @param minLeaf fewest different training pixels in a leaf, at least 1
 * @param threads threads for training and prediction, at least 1; never changes the result
 * @param seed of the training pixels, the bootstrap and the candidate features
 */
public record ForestSettings(int trees, int minLeaf, int threads, long seed) {

    /** Most trees. */
    public static final int MAX_TREES = 10_000;

    public ForestSettings {
        if (trees < 1 || trees > MAX_TREES) {
            throw InvalidInput.of("number of trees", trees, "1 to " + MAX_TREES);
        }
        if (minLeaf < 1) {
            throw InvalidInput.of("pixels per leaf", minLeaf, "at least 1");
        }
        if (threads < 1) {
            throw InvalidInput.of("number of threads", threads, "at least 1");
        }
    }

    /** 200 trees with at least 2 pixels per leaf, one thread, seed 0. */
    public static ForestSettings defaults() {
        return new ForestSettings(200, 2, 1, 0);
    }

    public ForestSettings withTrees(int count) {
        return new ForestSettings(count, minLeaf, threads, seed);
    }

    public ForestSettings withMinLeaf(int pixels) {
        return new ForestSettings(trees, pixels, threads, seed);
    }

    public ForestSettings withThreads(int count) {
        return new ForestSettings(trees, minLeaf, count, seed);
    }

    public ForestSettings withSeed(long value) {
        return new ForestSettings(trees, minLeaf, threads, value);
    }
}
