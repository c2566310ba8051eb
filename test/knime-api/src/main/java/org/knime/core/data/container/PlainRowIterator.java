package org.knime.core.data.container;

import java.util.Iterator;
import org.knime.core.data.DataRow;

/** An iterator with nothing to close. */
final class PlainRowIterator extends CloseableRowIterator {
    private final Iterator<? extends DataRow> rows;

    PlainRowIterator(Iterator<? extends DataRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public DataRow next() {
        return rows.next();
    }

    @Override
    public void close() {}
}
