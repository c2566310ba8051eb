package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A list of cells. */
public interface ListDataValue extends CollectionDataValue {
    /** The element at an index. */
    DataCell get(int index);
}
