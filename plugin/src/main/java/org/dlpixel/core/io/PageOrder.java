package org.dlpixel.core.io;

import java.util.Collections;
import java.util.List;

/**
 * Which page of a file holds which slice and channel.
 *
 * <p>Pages follow each other in row-major order of some axes, e.g. {@code T, Z, C} with the channel
 * fastest, as ImageJ stores hyperstacks. All axes but {@code C} and {@code T} together count the
 * slices of a time point, in the order in which they are given; {@code T} counts the time points,
 * wherever it stands.
 *
 * @param axes one letter per axis, slowest first, X and Y left out; at most one {@code C} and one
 *     {@code T}
 * @param sizes the extent of every axis
 */
record PageOrder(String axes, List<Integer> sizes) {

    PageOrder {
        sizes = List.copyOf(sizes);
        if (axes.length() != sizes.size()) {
            throw new IllegalArgumentException(axes + " with sizes " + sizes);
        }
    }

    /** One page per slice. */
    static PageOrder slicesOnly(int pages) {
        return new PageOrder("Z", List.of(pages));
    }

    /** Axes that nobody named: all of them count slices. */
    static PageOrder unnamed(List<Integer> sizes) {
        return new PageOrder(String.join("", Collections.nCopies(sizes.size(), "Q")), sizes);
    }

    int channels() {
        return size('C');
    }

    /** Number of time points. */
    int times() {
        return size('T');
    }

    private int size(char axis) {
        int a = axes.indexOf(axis);
        return a < 0 ? 1 : sizes.get(a);
    }

    long pages() {
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Slices of all time points together. */
    int slices() {
        return Math.toIntExact(pages() / channels());
    }

    /** 0-based page of a slice, counted through all time points, and a channel. */
    int page(int slice, int channel) {
        int page = 0;
        int step = 1;
        int depth = slices() / times();
        int rest = slice % depth;
        for (int a = axes.length() - 1; a >= 0; a--) {
            int size = sizes.get(a);
            if (axes.charAt(a) == 'C') {
                page += channel * step;
            } else if (axes.charAt(a) == 'T') {
                page += slice / depth * step;
            } else {
                page += rest % size * step;
                rest /= size;
            }
            step *= size;
        }
        return page;
    }
}
