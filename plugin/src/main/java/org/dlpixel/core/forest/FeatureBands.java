package org.dlpixel.core.forest;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Roi;

/**
 * The features of an image in bands of rows, so that they need not fit in memory at once. A band is
 * computed with so many rows around it that its features are those of the whole image.
 */
final class FeatureBands {

    private static final int MIN_ROWS = 64;
    private static final int PIXELS = 1 << 18;

    private final PixelFeatures features;
    private final FloatImage image;
    private final IntensityRange range;
    private final int rows;

    /**
     * @param image raw intensities
     * @param share number of bands to make at least, if the image is high enough
     */
    FeatureBands(PixelFeatures features, FloatImage image, IntensityRange range, int share) {
        this.features = features;
        this.image = image;
        this.range = range;
        this.rows = rows(image, share);
    }

    private static int rows(FloatImage image, int share) {
        int most = PIXELS / image.width();
        int wanted = (image.height() + share - 1) / share;
        return Math.max(MIN_ROWS, Math.min(most, wanted));
    }

    int count() {
        return (image.height() + rows - 1) / rows;
    }

    /** First pixel of a band in the image's planes. */
    int start(int band) {
        return band * rows * image.width();
    }

    /** Pixel after the last of a band. */
    int end(int band) {
        return Math.min(image.height(), (band + 1) * rows) * image.width();
    }

    Band band(int band) {
        int from = Math.max(0, band * rows - PixelFeatures.HALO);
        int to = Math.min(image.height(), (band + 1) * rows + PixelFeatures.HALO);
        FloatImage part = image.crop(new Roi(0, from, image.width(), to));
        range.normalise(part.pixels(), 0, part.pixels().length);
        return new Band(features.of(part), start(band) - from * image.width());
    }

    /**
     * Features around a band.
     *
     * @param values {@code values[feature][offset + i]} of the band's pixel i
     * @param offset pixels before the band's first
     */
    @SuppressWarnings("ArrayRecordComponent") // used up at once by whoever asked for the band
    record Band(float[][] values, int offset) {}
}
