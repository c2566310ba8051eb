package org.knime.core.data;

/** What a cell can be seen as; a cell has one or more of these views. */
public interface DataValue {
    /** The cell itself, free of what it was read from. */
    default DataCell materializeDataCell() {
        return (DataCell) this;
    }
}
