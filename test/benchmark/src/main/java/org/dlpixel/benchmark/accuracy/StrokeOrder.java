package org.dlpixel.benchmark.accuracy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The order in which somebody might have painted the labels of one class on one slice: stroke by
 * stroke in random order, each grown from one of its pixels. A stroke is what is connected, corners
 * included.
 */
final class StrokeOrder {

    private final int[] labels;
    private final int width;
    private final boolean[] seen;

    private StrokeOrder(int[] labels, int width) {
        this.labels = labels;
        this.width = width;
        this.seen = new boolean[labels.length];
    }

    /**
     * Pixels with a label.
     *
     * @param labels of a slice, x fastest
     * @param value which label
     * @param random decides where strokes begin and which comes first
     * @return their indices, all of them; every beginning of this list is made of whole strokes and
     *     at most one that is not finished
     */
    static List<Integer> of(int[] labels, int width, int value, Random random) {
        StrokeOrder order = new StrokeOrder(labels, width);
        List<Integer> pixels = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == value) {
                pixels.add(i);
            }
        }
        Collections.shuffle(pixels, random);
        List<Integer> painted = new ArrayList<>();
        for (int start : pixels) {
            order.paint(start, painted);
        }
        return painted;
    }

    private void paint(int start, List<Integer> painted) {
        Deque<Integer> front = new ArrayDeque<>();
        reach(start, labels[start], front);
        while (!front.isEmpty()) {
            int at = front.remove();
            painted.add(at);
            int x = at % width;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = Math.max(-1, -x); dx <= Math.min(1, width - 1 - x); dx++) {
                    reach(at + dy * width + dx, labels[start], front);
                }
            }
        }
    }

    private void reach(int at, int value, Deque<Integer> front) {
        if (at >= 0 && at < labels.length && !seen[at] && labels[at] == value) {
            seen[at] = true;
            front.add(at);
        }
    }
}
