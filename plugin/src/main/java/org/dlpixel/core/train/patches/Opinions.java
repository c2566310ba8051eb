package org.dlpixel.core.train.patches;

import java.util.Optional;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.network.SoftTargets;

/**
 * What a teacher thinks of the patches of a batch. A pixel weighs as much as the teacher is sure of
 * it: (K max p - 1) / (K - 1) with K classes, 0 where it has no idea, 1 where it is certain.
 */
final class Opinions {

    private static final double FACTOR = 1;

    private final int size;
    private final int plane;
    private float[] probabilities = {};
    private float[] weights = {};

    Opinions(int size, int plane) {
        this.size = size;
        this.plane = plane;
    }

    /** Takes the opinion of a patch, if it has one. */
    void add(int index, Patch patch) {
        patch.targets().ifPresent(targets -> add(index, targets));
    }

    private void add(int index, FloatImage targets) {
        int classes = targets.channels();
        if (weights.length == 0) {
            probabilities = new float[size * classes * plane];
            weights = new float[size * plane];
        }
        float[] from = targets.pixels();
        System.arraycopy(from, 0, probabilities, index * classes * plane, from.length);
        for (int i = 0; i < plane; i++) {
            float most = 0;
            for (int c = 0; c < classes; c++) {
                most = Math.max(most, from[c * plane + i]);
            }
            weights[index * plane + i] = Math.max(0, (classes * most - 1) / (classes - 1));
        }
    }

    /** Of the whole batch; patches without an opinion weigh nothing. */
    Optional<SoftTargets> targets() {
        return weights.length == 0
                ? Optional.empty()
                : Optional.of(new SoftTargets(probabilities, weights, FACTOR));
    }
}
