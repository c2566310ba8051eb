package org.dlpixel.core.io;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.VolumeShape;

/**
 * Smaller copies of slices: each half as wide and high as the one before, rounded up; slices are
 * not merged. A pixel of a copy stands for 2 x 2 pixels, at the right and lower edge for those that
 * exist.
 */
final class Pyramid {

    /** Copies are made until a slice is at most so wide and high. */
    private static final int SMALLEST = 512;

    private Pyramid() {}

    /** The extent of every level, the full resolution first. */
    static List<VolumeShape> levels(VolumeShape full) {
        List<VolumeShape> levels = new ArrayList<>(List.of(full));
        VolumeShape last = full;
        while (Math.max(last.width(), last.height()) > SMALLEST) {
            last = half(last);
            levels.add(last);
        }
        return levels;
    }

    static VolumeShape half(VolumeShape s) {
        return new VolumeShape(
                (s.width() + 1) / 2, (s.height() + 1) / 2, s.slices(), s.channels(), s.times());
    }

    /** Gives a value of the smaller image from the indices of the four that it stands for. */
    private interface Quad {
        void reduce(int target, int a, int b, int c, int d);
    }

    /** Means. */
    static float[] mean(float[] in, VolumeShape s) {
        float[] out = new float[half(s).plane() * s.channels()];
        quads(s, (t, a, b, c, d) -> out[t] = (in[a] + in[b] + in[c] + in[d]) / 4);
        return out;
    }

    /** Means of unsigned bytes, halves rounded up. */
    static byte[] mean(byte[] in, VolumeShape s) {
        byte[] out = new byte[half(s).plane() * s.channels()];
        quads(
                s,
                (t, a, b, c, d) ->
                        out[t] =
                                (byte)
                                        (((in[a] & 0xff)
                                                        + (in[b] & 0xff)
                                                        + (in[c] & 0xff)
                                                        + (in[d] & 0xff)
                                                        + 2)
                                                / 4));
        return out;
    }

    /** The most frequent of four labels; of equally frequent ones that which comes first. */
    static byte[] majority(byte[] in, VolumeShape s) {
        byte[] out = new byte[half(s).plane() * s.channels()];
        quads(s, (t, a, b, c, d) -> out[t] = majority(in[a], in[b], in[c], in[d]));
        return out;
    }

    private static byte majority(byte a, byte b, byte c, byte d) {
        if (a == b || a == c || a == d) {
            // Two pairs are a tie, which the first wins.
            return a;
        }
        return b == c || b == d ? b : c == d ? c : a;
    }

    private static void quads(VolumeShape s, Quad quad) {
        VolumeShape half = half(s);
        int target = 0;
        for (int c = 0; c < s.channels(); c++) {
            for (int y = 0; y < half.height(); y++) {
                int upper = (c * s.height() + 2 * y) * s.width();
                int lower = 2 * y + 1 < s.height() ? upper + s.width() : upper;
                for (int x = 0; x < half.width(); x++) {
                    int left = 2 * x;
                    int right = Math.min(left + 1, s.width() - 1);
                    quad.reduce(target++, upper + left, upper + right, lower + left, lower + right);
                }
            }
        }
    }
}
