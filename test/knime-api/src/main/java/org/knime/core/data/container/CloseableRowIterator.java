package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** A row iterator that holds a file open until closed or exhausted. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
    public CloseableRowIterator() {}

    @Override
    public abstract void close();

    /** An iterator without rows. */
    public static CloseableRowIterator empty() {
        return wrap(Collections.emptyIterator());
    }

    /** Closes the given iterator if it can be closed. */
    public static CloseableRowIterator wrap(Iterator<? extends DataRow> rows) {
        return rows instanceof CloseableRowIterator closeable
                ? closeable
                : new PlainRowIterator(rows);
    }
}
