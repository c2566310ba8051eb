package org.dlpixel.core.augment.intensity;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/**
 * Squares that are covered.
 *
 * @param squares may reach beyond the patch
 */
record Covers(List<Square> squares) implements Change {

    /** Left, top and side in pixels. */
    record Square(int x, int y, int side) {}

    @Override
    public String text() {
        return "cut out " + squares.size();
    }

    @Override
    public void apply(FloatImage image, LabelMask labels) {
        long[] counts = labels.histogram(LabelMask.MAX_CLASSES);
        int plane = image.width() * image.height();
        float[] means = new float[image.channels()];
        for (int c = 0; c < means.length; c++) {
            means[c] = Lines.mean(image.pixels(), c * plane, plane);
        }
        for (Square square : squares) {
            if (spares(square, labels, counts)) {
                cover(square, image, labels, means);
            }
        }
    }

    /** Takes the square's labels off the counts, unless a class would vanish. */
    private static boolean spares(Square square, LabelMask labels, long[] counts) {
        long[] covered = new long[counts.length];
        for (int y = top(square); y < bottom(square, labels); y++) {
            for (int x = left(square); x < right(square, labels); x++) {
                byte c = labels.at(x, y);
                if (c != LabelMask.IGNORE) {
                    covered[c]++;
                }
            }
        }
        for (int c = 0; c < counts.length; c++) {
            if (covered[c] > 0 && covered[c] == counts[c]) {
                return false;
            }
        }
        for (int c = 0; c < counts.length; c++) {
            counts[c] -= covered[c];
        }
        return true;
    }

    private static void cover(Square square, FloatImage image, LabelMask labels, float[] means) {
        int left = left(square);
        int right = right(square, labels);
        for (int y = top(square); y < bottom(square, labels); y++) {
            int row = y * labels.width();
            Arrays.fill(labels.classes(), row + left, row + right, LabelMask.IGNORE);
            for (int c = 0; c < means.length; c++) {
                int from = c * labels.width() * labels.height() + row;
                Arrays.fill(image.pixels(), from + left, from + right, means[c]);
            }
        }
    }

    private static int left(Square square) {
        return Math.max(0, square.x());
    }

    private static int top(Square square) {
        return Math.max(0, square.y());
    }

    private static int right(Square square, LabelMask labels) {
        return Math.min(labels.width(), square.x() + square.side());
    }

    private static int bottom(Square square, LabelMask labels) {
        return Math.min(labels.height(), square.y() + square.side());
    }
}
