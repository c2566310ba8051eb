package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** How stored label values stand for class indices. */
public enum LabelEncoding {

    /** 0 unlabelled, 1 background, 2.. classes: class index = value - 1. */
    SPARSE(1),

    /** 0 background, 1.. classes: class index = value, every pixel is known. */
    DENSE(0);

    private final int offset;

    LabelEncoding(int offset) {
        this.offset = offset;
    }

    /**
     * Class index of a stored value.
     *
     * @param value a whole number, 0..127
     * @return the class index, or {@link LabelMask#IGNORE}
     * @throws InvalidInput if the value is no label value
     */
    public byte classIndex(double value) {
        int v = (int) value;
        if (v != value || v < 0 || v - offset >= LabelMask.MAX_CLASSES) {
            throw InvalidInput.of(
                    "label value",
                    value,
                    "a whole number from 0 to " + (LabelMask.MAX_CLASSES - 1 + offset));
        }
        return (byte) (v - offset);
    }

    /** The stored value of a class index; {@link LabelMask#IGNORE} only has one if sparse. */
    public int value(byte classIndex) {
        int value = classIndex + offset;
        if (value < 0) {
            throw InvalidInput.of("class index", classIndex, "at least 0 in a dense encoding");
        }
        return value;
    }

    /** Number of classes of labels whose largest stored value is {@code max}. */
    public int classes(int max) {
        return max - offset + 1;
    }

    /** Class indices of one plane of stored values; see {@link #classIndex}. */
    public LabelMask decode(int width, int height, float[] values) {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = classIndex(values[i]);
        }
        return new LabelMask(width, height, out);
    }
}
