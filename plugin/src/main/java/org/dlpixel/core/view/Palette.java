package org.dlpixel.core.view;

import java.util.Locale;

/**
 * Colours by class index, from Okabe and Ito's set for colour-blind readers (2008).
 *
 * <p>The background is only ever coloured where somebody painted it; the foreground classes begin
 * with the colours that stand out most from a grey image.
 */
public final class Palette {

    /** Right: predicted as it is. */
    public static final int TRUE_POSITIVE = 0x009e73;

    /** Too much: predicted where there is none. */
    public static final int FALSE_POSITIVE = 0xe69f00;

    /** Missed: there, but not predicted. */
    public static final int FALSE_NEGATIVE = 0x56b4e9;

    /** Foreground, but of another class. */
    public static final int WRONG_CLASS = 0xcc79a7;

    private static final int BACKGROUND = 0x56b4e9;
    private static final int[] FOREGROUND = {
        0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0xd55e00, 0x0072b2, 0x999999
    };

    private Palette() {}

    /** Colour of a class; foreground colours recur after seven, darker. */
    public static int of(int classIndex) {
        if (classIndex <= 0) {
            return BACKGROUND;
        }
        int i = classIndex - 1;
        int round = i / FOREGROUND.length;
        return mix(FOREGROUND[i % FOREGROUND.length], 0, Math.min(0.6, 0.3 * round));
    }

    /** {@code (1 - share)} of one colour and {@code share} of the other, per channel. */
    static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (one >> shift) & 0xff;
            int b = (other >> shift) & 0xff;
            mixed = (mixed << 8) | (int) Math.round(a + share * (b - a));
        }
        return mixed;
    }

    /** As CSS writes it: {@code #rrggbb}. */
    static String css(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }
}
