package org.dlpixel.core.network;

/**
 * An interval of pixels along one axis, both ends included, anywhere on the integers.
 *
 * @param first first pixel
 * @param last last pixel, at least {@code first}
 */
record Span(int first, int last) {

    /** Grown on both sides: the input of a convolution with kernel 2 * radius + 1, stride 1. */
    Span grow(int radius) {
        return new Span(first - radius, last + radius);
    }

    /** Input of a convolution 3, stride 2, padding 1: output i reads 2i - 1 .. 2i + 1. */
    Span beforeStride() {
        return new Span(2 * first - 1, 2 * last + 1);
    }

    /**
     * Input of a transposed convolution 3, stride 2, padding 1, output padding 1: output 2i reads
     * input i, output 2i + 1 reads i and i + 1.
     */
    Span beforeTransposed() {
        return new Span(Math.floorDiv(first, 2), Math.floorDiv(last + 1, 2));
    }

    /** Input of an operation that makes one pixel of two, e.g. max pooling 2. */
    Span beforeHalving() {
        return new Span(2 * first, 2 * last + 1);
    }

    /** Input of an operation that makes two pixels of one, e.g. a transposed convolution 2. */
    Span beforeDoubling() {
        return new Span(Math.floorDiv(first, 2), Math.floorDiv(last, 2));
    }

    Span hull(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
