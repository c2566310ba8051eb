package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Reads cells. */
public interface DataCellDataInput extends DataInput {
    /** The next cell. */
    DataCell readDataCell() throws IOException;
}
