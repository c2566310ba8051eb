package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;

/** Makes cells of one type. */
public interface DataCellFactory {
    /** Type of the cells. */
    DataType getDataType();

    /** Makes cells from bytes. */
    interface FromInputStream extends DataCellFactory {
        /** A cell of what the stream holds. */
        DataCell createCell(InputStream input) throws IOException;
    }
}
