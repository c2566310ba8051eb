package org.dlpixel.core.view;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One curve of a chart, or a set of dots.
 *
 * @param name in the key; without one it does not appear there
 * @param colour 0xRRGGBB
 * @param x ascending
 * @param y as many; NaN interrupts the curve
 * @param connected whether lines connect the points
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record Series(String name, int colour, double[] x, double[] y, boolean connected) {

    public Series {
        if (x.length != y.length) {
            throw InvalidInput.of(
                    "number of y values of '" + name + "'", y.length, "that of x, " + x.length);
        }
    }

    /** A curve. */
    public Series(String name, int colour, double[] x, double[] y) {
        this(name, colour, x, y, true);
    }

    /** Dots without a curve. */
    public static Series dots(String name, int colour, double[] x, double[] y) {
        return new Series(name, colour, x, y, false);
    }

    /** A curve over 1, 2, 3, ... */
    public static Series counted(String name, int colour, double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1.0;
        }
        return new Series(name, colour, x, y);
    }
}
