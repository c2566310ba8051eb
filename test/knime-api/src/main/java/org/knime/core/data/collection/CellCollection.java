package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.knime.core.data.DataCell;

/** Several cells. */
public interface CellCollection extends Iterable<DataCell> {
    /** Whether an element is kept outside of the collection; never here. */
    boolean containsBlobWrapperCells();

    /** The elements. */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
