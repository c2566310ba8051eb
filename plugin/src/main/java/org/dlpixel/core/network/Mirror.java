package org.dlpixel.core.network;

import java.nio.FloatBuffer;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;

/**
 * How slices are padded to the size that a network needs: continued on the right and below by
 * reflection at the border, the border pixel repeated, {@code abc|cba|abc...} (numpy's {@code
 * symmetric}). Works for a single pixel too.
 */
public final class Mirror {

    private Mirror() {}

    /**
     * The pixel that stands for a position.
     *
     * @param position any position, also outside
     * @param extent number of pixels, at least 1
     * @return 0..extent - 1
     */
    public static int index(int position, int extent) {
        int p = Math.floorMod(position, 2 * extent);
        return p < extent ? p : 2 * extent - 1 - p;
    }

    /**
     * A part of an image that is continued on the right and below.
     *
     * @param part may reach beyond the right and lower border
     * @return (C, part height, part width)
     */
    public static float[] read(FloatImage image, Roi part) {
        float[] target = new float[image.channels() * part.width() * part.height()];
        read(image, part, FloatBuffer.wrap(target));
        return target;
    }

    /**
     * A part of an image that is continued on the right and below.
     *
     * @param part may reach beyond the right and lower border
     * @param target gets (C, part height, part width) from its position on
     */
    static void read(FloatImage image, Roi part, FloatBuffer target) {
        int inside = Math.max(0, Math.min(part.width(), image.width() - part.xStart()));
        for (int c = 0; c < image.channels(); c++) {
            for (int row = 0; row < part.height(); row++) {
                int y = index(part.yStart() + row, image.height());
                int from = (c * image.height() + y) * image.width();
                target.put(
                        image.pixels(), from + Math.min(part.xStart(), image.width() - 1), inside);
                for (int column = inside; column < part.width(); column++) {
                    int mirrored = index(part.xStart() + column, image.width());
                    target.put(image.pixels()[from + mirrored]);
                }
            }
        }
    }
}
