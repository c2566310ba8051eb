package org.dlpixel.core.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What is known of every pixel of a 2-D image: its class index, or nothing.
 *
 * <p>{@code classes[y * width + x]} is 0-based, {@link #IGNORE} where unlabelled. The array is
 * shared, not copied.
 *
 * @param width pixels along x, at least 1
 * @param height pixels along y, at least 1
 * @param classes height * width class indices, each {@link #IGNORE} or 0..126
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is identity
public record LabelMask(int width, int height, byte[] classes) {

    /** Class index of a pixel of which nothing is known; it never enters a loss or a score. */
    public static final byte IGNORE = -1;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The largest number of classes. */
    public static final int MAX_CLASSES = 127;

    public LabelMask {
        if (width < 1 || height < 1 || classes.length != Math.multiplyExact(height, width)) {
            throw InvalidInput.of(
                    "label mask",
                    width + " x " + height + " with " + classes.length + " pixels",
                    "at least 1 x 1 and full");
        }
    }

    public byte at(int x, int y) {
        return classes[y * width + x];
    }

    /** Number of pixels that carry each class, for class indices 0..count-1. */
    public long[] histogram(int count) {
        long[] histogram = new long[count];
        int i = 0;
        while (i < classes.length) {
            byte c = classes[i];
            if (c >= count) {
                throw InvalidInput.of("class index", c, "below the number of classes, " + count);
            }
            if (c != IGNORE) {
                histogram[c]++;
                i++;
            } else {
                i = afterIgnored(i);
            }
        }
        return histogram;
    }

    /** Steps over an unlabelled pixel, and over those behind it where eight at a time are. */
    private int afterIgnored(int i) {
        int next = i + 1;
        while (next <= classes.length - Long.BYTES && (long) LONG.get(classes, next) == -1) {
            next += Long.BYTES;
        }
        return next;
    }

    /** Number of labelled pixels. */
    public long labelled() {
        long n = 0;
        for (byte c : classes) {
            if (c != IGNORE) {
                n++;
            }
        }
        return n;
    }

    /**
     * Where labels are: the mask is laid out with squares, and of each that holds labels their
     * bounding box is given, row by row. The boxes do not overlap.
     *
     * @param side of a square, pixels, at least 1
     */
    public List<Roi> labelledBoxes(int side) {
        List<Roi> boxes = new ArrayList<>();
        for (int y = 0; y < height; y += side) {
            for (int x = 0; x < width; x += side) {
                int xEnd = Math.min(width, x + side);
                int yEnd = Math.min(height, y + side);
                bounds(new Roi(x, y, xEnd, yEnd)).ifPresent(boxes::add);
            }
        }
        return boxes;
    }

    private Optional<Roi> bounds(Roi within) {
        int left = within.xEnd();
        int right = -1;
        int top = within.yEnd();
        int bottom = -1;
        for (int y = within.yStart(); y < within.yEnd(); y++) {
            for (int x = within.xStart(); x < within.xEnd(); x++) {
                if (classes[y * width + x] != IGNORE) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0
                ? Optional.empty()
                : Optional.of(new Roi(left, top, right + 1, bottom + 1));
    }

    /** The labels inside a box, copied. The box must lie in the mask. */
    public LabelMask crop(Roi box) {
        box.requireInside(width, height);
        byte[] out = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(
                    classes,
                    (box.yStart() + y) * width + box.xStart(),
                    out,
                    y * box.width(),
                    box.width());
        }
        return new LabelMask(box.width(), box.height(), out);
    }
}
