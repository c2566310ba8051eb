package org.dlpixel.executor.bridge;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.ColumnRearranger;

/** Applies column rearrangers. */
public interface RearrangerAccess {
    /** The rearranged row. */
    DataRow apply(ColumnRearranger rearranger, DataRow row, long rowIndex);

    /** Tells the cell factories that the last row is done. */
    void finish(ColumnRearranger rearranger);
}
