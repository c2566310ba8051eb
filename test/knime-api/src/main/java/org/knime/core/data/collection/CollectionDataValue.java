package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A collection of cells. */
public interface CollectionDataValue extends DataValue, CellCollection {
    /** What all elements have in common. */
    DataType getElementType();

    /** Number of elements. */
    int size();
}
