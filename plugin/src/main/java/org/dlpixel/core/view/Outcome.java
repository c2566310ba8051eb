package org.dlpixel.core.view;

import org.dlpixel.core.image.LabelMask;

/** How a pixel of the foreground compares with the truth. */
enum Outcome {
    RIGHT(0, "right", Palette.TRUE_POSITIVE),
    TOO_MUCH(1, "too much", Palette.FALSE_POSITIVE),
    MISSED(2, "missed", Palette.FALSE_NEGATIVE),
    WRONG_CLASS(3, "wrong class", Palette.WRONG_CLASS);

    private static final Outcome[] VALUES = values();

    private final byte code;
    private final String label;
    private final int colour;

    Outcome(int code, String label, int colour) {
        this.code = (byte) code;
        this.label = label;
        this.colour = colour;
    }

    String label() {
        return label;
    }

    int colour() {
        return colour;
    }

    /** The colour of a code, or {@link Tint#NONE} of {@link LabelMask#IGNORE}. */
    static int colourOf(int code) {
        return code == LabelMask.IGNORE ? Tint.NONE : VALUES[code].colour;
    }

    /** The code of every pixel; ignored where nothing is known or both say background. */
    static LabelMask of(LabelMask truth, LabelMask found) {
        byte[] out = new byte[truth.classes().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = of(truth.classes()[i], found.classes()[i]);
        }
        return new LabelMask(truth.width(), truth.height(), out);
    }

    private static byte of(byte truth, byte found) {
        if (truth == LabelMask.IGNORE || (truth == 0 && found == 0)) {
            return LabelMask.IGNORE;
        }
        if (truth == found) {
            return RIGHT.code;
        }
        if (truth == 0) {
            return TOO_MUCH.code;
        }
        return found == 0 ? MISSED.code : WRONG_CLASS.code;
    }
}
