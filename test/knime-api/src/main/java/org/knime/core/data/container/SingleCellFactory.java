package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** A cell factory of one column; overrides one of the two {@code getCell} methods. */
public abstract class SingleCellFactory extends AbstractCellFactory {
    /** A factory of this column. */
    public SingleCellFactory(DataColumnSpec spec) {
        super(spec);
    }

    @Override
    public DataCell[] getCells(DataRow row, long rowIndex) {
        return new DataCell[] {getCell(row, rowIndex)};
    }

    /** The new cell of a row. */
    public DataCell getCell(DataRow row) {
        throw new UnsupportedOperationException("getCell(DataRow) must be overridden");
    }

    /** The new cell of a row with its index. */
    public DataCell getCell(DataRow row, long rowIndex) {
        return getCell(row);
    }
}
