package org.dlpixel.core.predict;

import org.dlpixel.core.image.FloatImage;

/** Keeps the scores of a slice. */
final class ScoreImage implements RowTarget {

    private final FloatImage image;

    ScoreImage(FloatImage slice, int classes) {
        this.image = FloatImage.zeros(slice.width(), slice.height(), classes);
    }

    @Override
    public void row(int at, int count, float[] scores, int from, int plane) {
        for (int c = 0; c < image.channels(); c++) {
            int to = c * image.width() * image.height() + at;
            System.arraycopy(scores, from + c * plane, image.pixels(), to, count);
        }
    }

    FloatImage image() {
        return image;
    }
}
