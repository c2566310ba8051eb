package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.network.Mirror;
import org.dlpixel.core.network.ReceptiveField;
import org.dlpixel.core.network.UNetSettings;

/**
 * A part of a held-out region that some of its labelled pixels depend on: their bounding box,
 * aligned and grown by the network's exact context, so that the result is that of the whole region.
 * Mirrored where it reaches beyond the region on the right or below.
 *
 * @param image normalised, (C, height, width)
 * @param labels class indices, (height, width)
 * @param width a multiple of what the network needs
 * @param height a multiple of what the network needs
 * @param labelled number of labelled pixels
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ValidationView(float[] image, byte[] labels, int width, int height, long labelled) {

    /** So that memory does not grow with the region. */
    private static final int SIDE = 1024;

    /** Together all labelled pixels of a region; one view unless the region is large. */
    static List<ValidationView> of(LabelledRegion region, UNetSettings settings) {
        ReceptiveField field = ReceptiveField.of(settings);
        List<ValidationView> views = new ArrayList<>();
        for (Roi box : region.labels().labelledBoxes(SIDE)) {
            views.add(of(region, box, field));
        }
        return views;
    }

    private static ValidationView of(LabelledRegion region, Roi box, ReceptiveField field) {
        LabelMask mask = region.labels();
        int[] x = needed(mask.width(), field, box.xStart(), box.xEnd());
        int[] y = needed(mask.height(), field, box.yStart(), box.yEnd());
        int width = x[1] - x[0];
        int height = y[1] - y[0];
        float[] pixels = Mirror.read(region.image(), new Roi(x[0], y[0], x[1], y[1]));
        region.range().normalise(pixels, 0, pixels.length);
        return new ValidationView(
                pixels,
                labels(mask, box, x[0], y[0], width, height),
                width,
                height,
                mask.crop(box).labelled());
    }

    /** First pixel and end of the input that labels between start and end depend on. */
    private static int[] needed(int extent, ReceptiveField field, int start, int end) {
        int first = start / field.multiple() * field.multiple() - field.before();
        int last = field.roundUp(end) + field.after();
        return new int[] {Math.max(0, first), Math.min(field.roundUp(extent), last)};
    }

    /** Labels inside the box, at their places in the view. */
    private static byte[] labels(LabelMask mask, Roi box, int x, int y, int width, int height) {
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            int column = x + i % width;
            int row = y + i / width;
            boolean inside =
                    column >= box.xStart()
                            && column < box.xEnd()
                            && row >= box.yStart()
                            && row < box.yEnd();
            labels[i] = inside ? mask.at(column, row) : LabelMask.IGNORE;
        }
        return labels;
    }
}
