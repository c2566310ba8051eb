package org.knime.core.data.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;

/** Reads rows that {@link TableWriter} wrote. */
final class TableReader extends CloseableRowIterator {
    private final CellInput in;
    private final long size;
    private final int columns;
    private long next;

    TableReader(Path file, Path root, long size, int columns) {
        this.size = size;
        this.columns = columns;
        try {
            in = new CellInput(new BufferedInputStream(Files.newInputStream(file)), root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table", e);
        }
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no row after the last one, " + size);
        }
        try {
            DataRow row = read();
            next++;
            if (next == size) {
                in.close();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read row " + next, e);
        }
    }

    private DataRow read() throws IOException {
        RowKey key = new RowKey(in.readUTF());
        DataCell[] cells = new DataCell[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = in.readDataCell();
        }
        return new DefaultRow(key, cells);
    }

    @Override
    public void close() {
        next = size;
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the table", e);
        }
    }
}
