package org.dlpixel.core.augment.geometry;

import static org.dlpixel.core.augment.geometry.Mirror.mirror;

import java.util.Arrays;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;

/**
 * A small part of a region, normalised, mirrored beyond the region's borders: readers need no
 * bounds and no normalisation per reading.
 */
final class Window {

    /** Pixels around a reading that an interpolation may need, rounding included. */
    static final int BORDER = 3;

    private final FloatImage image;
    private final LabelMask labels;
    private final UnitScale scale;
    private final int[] columns;

    final int stride;
    final int plane;
    final float[] pixels;
    final byte[] classes;

    /** Where the window begins in the region. */
    int left;

    int top;

    /**
     * @param extent largest side in pixels
     */
    Window(LabelledRegion region, int extent) {
        image = region.image();
        labels = region.labels();
        scale = UnitScale.of(region.range());
        stride = extent;
        plane = Math.multiplyExact(extent, extent);
        pixels = new float[Math.multiplyExact(plane, image.channels())];
        classes = new byte[plane];
        columns = new int[extent];
    }

    int channels() {
        return image.channels();
    }

    /** Fills the window with what begins there. */
    void move(int newLeft, int newTop, int width, int height) {
        left = newLeft;
        top = newTop;
        for (int x = 0; x < width && !isInside(width); x++) {
            columns[x] = mirror(left + x, image.width());
        }
        for (int y = 0; y < height; y++) {
            fillLabels(y, width);
            int from = mirror(top + y, image.height());
            for (int c = 0; c < image.channels(); c++) {
                fill((c * image.height() + from) * image.width(), c * plane + y * stride, width);
            }
        }
    }

    /** Whether the region has all columns of the window. */
    private boolean isInside(int width) {
        return left >= 0 && left + width <= image.width();
    }

    private void fillLabels(int y, int width) {
        int to = y * stride;
        int row = top + y;
        int first = Math.max(0, -left);
        int last = Math.min(width, labels.width() - left);
        if (row < 0 || row >= labels.height() || first >= last) {
            Arrays.fill(classes, to, to + width, LabelMask.IGNORE);
            return;
        }
        Arrays.fill(classes, to, to + first, LabelMask.IGNORE);
        System.arraycopy(
                labels.classes(),
                row * labels.width() + left + first,
                classes,
                to + first,
                last - first);
        Arrays.fill(classes, to + last, to + width, LabelMask.IGNORE);
    }

    private void fill(int row, int to, int width) {
        float[] in = image.pixels();
        if (isInside(width)) {
            System.arraycopy(in, row + left, pixels, to, width);
        } else {
            for (int x = 0; x < width; x++) {
                pixels[to + x] = in[row + columns[x]];
            }
        }
        scale.apply(pixels, to, width);
    }
}
