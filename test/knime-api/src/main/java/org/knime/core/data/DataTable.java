package org.knime.core.data;

/** Rows with the same columns. */
public interface DataTable extends Iterable<DataRow> {
    /** The columns. */
    DataTableSpec getDataTableSpec();

    /** Reads the rows from the first one. */
    @Override
    RowIterator iterator();
}
