package org.dlpixel.core.predict.plane;

import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VolumeShape;

/**
 * Where rows of slices across y or x lie in slices across z.
 *
 * @param axis y or x
 * @param shape in slices across z
 */
record Layout(SlicingAxis axis, VolumeShape shape) {

    /** Moves a row. */
    interface RowMove {
        /**
         * @param from index of its first value, in the order (slice, channel, row)
         * @param to index of that value in the slice across z
         */
        void move(int from, int to);
    }

    /** In slices across the axis. */
    VolumeShape turned() {
        return axis.shape(shape);
    }

    /** Values of a row. */
    int length() {
        return turned().width();
    }

    /** How far apart the values of a row lie in a slice across z. */
    int stride() {
        return axis == SlicingAxis.Y ? 1 : shape.width();
    }

    /** Moves the rows of all channels of some slices across the axis. */
    void forEachRow(int firstSlice, int slices, int channels, RowMove rows) {
        int apart = axis == SlicingAxis.Y ? shape.width() : 1;
        int from = 0;
        for (int slice = firstSlice; slice < firstSlice + slices; slice++) {
            for (int c = 0; c < channels; c++) {
                rows.move(from, c * shape.plane() + slice * apart);
                from += length();
            }
        }
    }
}
