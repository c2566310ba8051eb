package org.dlpixel.core.view;

import java.util.function.IntUnaryOperator;
import org.dlpixel.core.image.LabelMask;

/** Lays class colours over a picture. */
public final class Tint {

    /** What {@code colourOf} gives for pixels that stay as they are. */
    public static final int NONE = -1;

    private Tint() {}

    /**
     * Colours every pixel by its class.
     *
     * @param colourOf 0xRRGGBB, or {@link #NONE}, by class index
     * @param alpha share of the colour, 0..1
     */
    public static void areas(
            RgbImage picture, LabelMask labels, IntUnaryOperator colourOf, double alpha) {
        for (int i = 0; i < picture.rgb().length; i++) {
            int colour = colourOf.applyAsInt(labels.classes()[i]);
            if (colour != NONE) {
                picture.rgb()[i] = Palette.mix(picture.rgb()[i], colour, alpha);
            }
        }
    }

    /** Draws a line of one pixel along the inner border of every coloured area. */
    public static void contours(RgbImage picture, LabelMask labels, IntUnaryOperator colourOf) {
        for (int y = 0; y < labels.height(); y++) {
            for (int x = 0; x < labels.width(); x++) {
                int colour = colourOf.applyAsInt(labels.at(x, y));
                if (colour != NONE && isBorder(labels, x, y)) {
                    picture.rgb()[y * picture.width() + x] = colour;
                }
            }
        }
    }

    private static boolean isBorder(LabelMask labels, int x, int y) {
        byte c = labels.at(x, y);
        return differs(labels, x - 1, y, c)
                || differs(labels, x + 1, y, c)
                || differs(labels, x, y - 1, c)
                || differs(labels, x, y + 1, c);
    }

    private static boolean differs(LabelMask labels, int x, int y, byte c) {
        boolean inside = x >= 0 && y >= 0 && x < labels.width() && y < labels.height();
        return inside && labels.at(x, y) != c;
    }
}
