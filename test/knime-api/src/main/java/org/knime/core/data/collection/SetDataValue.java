package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A set of cells. */
public interface SetDataValue extends CollectionDataValue {
    /** Whether the cell is an element. */
    boolean contains(DataCell cell);
}
