package org.knime.core.data;

import java.io.IOException;

/** Writes and reads cells of one class. */
public interface DataCellSerializer<T extends DataCell> {
    /** Writes the contents. */
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    /** Reads what {@link #serialize} wrote. */
    T deserialize(DataCellDataInput input) throws IOException;
}
