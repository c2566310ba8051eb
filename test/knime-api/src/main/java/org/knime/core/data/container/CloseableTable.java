package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table with something to release. */
public interface CloseableTable extends DataTable, AutoCloseable {
    @Override
    default void close() {}
}
