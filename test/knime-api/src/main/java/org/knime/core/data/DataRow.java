package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A key and one cell per column. */
public interface DataRow extends Iterable<DataCell> {
    /** The row's key. */
    RowKey getKey();

    /** Number of cells. */
    int getNumCells();

    /** The cell in a column. */
    DataCell getCell(int index);

    /** The cells in order. */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
