package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes new columns from a row. */
public interface CellFactory {
    /** The new cells of a row. */
    default DataCell[] getCells(DataRow row) {
        throw new UnsupportedOperationException("getCells(DataRow) must be overridden");
    }

    /** The new cells of a row with its index. */
    default DataCell[] getCells(DataRow row, long rowIndex) {
        return getCells(row);
    }

    /** The new columns. */
    DataColumnSpec[] getColumnSpecs();

    /** Says how far the work is. */
    default void setProgress(
            long currentRow, long rowCount, RowKey lastKey, ExecutionMonitor progress) {
        progress.setProgress(currentRow / (double) rowCount, "Row " + currentRow);
    }

    /** Says how far the work is, for tables of at most 2^31 - 1 rows. */
    @Deprecated
    void setProgress(int currentRow, int rowCount, RowKey lastKey, ExecutionMonitor progress);
}
