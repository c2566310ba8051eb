package org.dlpixel.nodes.convert;

import java.util.OptionalInt;
import org.dlpixel.core.image.VolumeShape;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;

/**
 * Where a slice lies in its volume.
 *
 * @param time 0-based time point, if the volume has several
 * @param z 0-based, within the time point
 */
public record SlicePlace(OptionalInt time, int z) {

    /**
     * @param slice 0-based, counted through all time points
     */
    public static SlicePlace of(VolumeShape shape, int slice) {
        OptionalInt time =
                shape.times() > 1 ? OptionalInt.of(shape.time(slice)) : OptionalInt.empty();
        return new SlicePlace(time, shape.z(slice));
    }

    /** For names of rows: {@code 7}, or {@code 1_7} with the time point before. */
    public String key() {
        return time.isPresent() ? time.getAsInt() + "_" + z : Integer.toString(z);
    }

    /** For users: {@code slice 7}, or {@code time 1, slice 7}. */
    public String text() {
        String slice = "slice " + z;
        return time.isPresent() ? "time " + time.getAsInt() + ", " + slice : slice;
    }

    /** As {@link #text()}, for the start of a line. */
    public String heading() {
        String text = text();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** For a column {@link Columns#TIME}. */
    public DataCell timeCell() {
        return time.isPresent() ? new IntCell(time.getAsInt()) : DataType.getMissingCell();
    }

    /** For a column {@link Columns#SLICE}. */
    public DataCell sliceCell() {
        return new IntCell(z);
    }
}
