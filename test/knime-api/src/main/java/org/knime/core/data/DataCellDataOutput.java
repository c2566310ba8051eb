package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Writes cells. */
public interface DataCellDataOutput extends DataOutput {
    /** Writes a cell of any class. */
    void writeDataCell(DataCell cell) throws IOException;

    /** Writes a text of any length. */
    @Override
    void writeUTF(String text) throws IOException;
}
