package org.dlpixel.core.train;

import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.ReceptiveField;
import org.dlpixel.core.network.UNetSettings;

/**
 * The part of a held-out region that its labelled pixels depend on: their bounding box, aligned and
 * grown by the network's exact context, so that the result is that of the whole region. Mirrored
 * where it reaches beyond the region on the right or below.
 *
 * @param image normalised, (C, height, width)
 * @param labels class indices, (height, width)
 * @param width a multiple of what the network needs
 * @param height a multiple of what the network needs
 * @param labelled number of labelled pixels
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ValidationView(float[] image, byte[] labels, int width, int height, long labelled) {

    static ValidationView of(LabelledRegion region, UNetSettings settings) {
        LabelMask mask = region.labels();
        ReceptiveField field = ReceptiveField.of(settings);
        int[] x = needed(mask.width(), field, columnsOf(mask));
        int[] y = needed(mask.height(), field, rowsOf(mask));
        int width = x[1] - x[0];
        int height = y[1] - y[0];
        float[] pixels = Mirror.read(region.image(), new Roi(x[0], y[0], x[1], y[1]));
        region.range().normalise(pixels, 0, pixels.length);
        return new ValidationView(
                pixels, labels(mask, x[0], y[0], width, height), width, height, mask.labelled());
    }

    /** First pixel and end of the input that labels between first and last depend on. */
    private static int[] needed(int extent, ReceptiveField field, int[] labelled) {
        int start = labelled[0] / field.multiple() * field.multiple() - field.before();
        int end = field.roundUp(labelled[1] + 1) + field.after();
        return new int[] {Math.max(0, start), Math.min(field.roundUp(extent), end)};
    }

    private static int[] columnsOf(LabelMask mask) {
        int first = mask.width();
        int last = -1;
        for (int i = 0; i < mask.classes().length; i++) {
            if (mask.classes()[i] != LabelMask.IGNORE) {
                first = Math.min(first, i % mask.width());
                last = Math.max(last, i % mask.width());
            }
        }
        return new int[] {first, last};
    }

    private static int[] rowsOf(LabelMask mask) {
        int first = 0;
        while (mask.classes()[first] == LabelMask.IGNORE) {
            first++;
        }
        int last = mask.classes().length - 1;
        while (mask.classes()[last] == LabelMask.IGNORE) {
            last--;
        }
        return new int[] {first / mask.width(), last / mask.width()};
    }

    private static byte[] labels(LabelMask mask, int x, int y, int width, int height) {
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            int column = x + i % width;
            int row = y + i / width;
            boolean inside = column < mask.width() && row < mask.height();
            labels[i] = inside ? mask.at(column, row) : LabelMask.IGNORE;
        }
        return labels;
    }
}
