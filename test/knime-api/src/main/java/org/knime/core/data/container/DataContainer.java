package org.knime.core.data.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.dlpixel.executor.bridge.ContainerAccess;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/**
 * Collects rows, and gives a table when closed. Rows go to a file at once; only the row keys stay
 * in memory, to answer a key that comes twice.
 */
public class DataContainer implements RowAppender {
    static {
        SharedSecrets.register(
                ContainerAccess.class, (container, storage) -> container.storage = storage);
    }

    private final DataTableSpec spec;
    private NodeStorage storage;
    private Optional<TableWriter> writer = Optional.empty();
    private Optional<FileTable> table = Optional.empty();

    /** A container for rows with these columns. */
    public DataContainer(DataTableSpec spec) {
        this.spec = spec;
    }

    /**
     * Writes a row.
     *
     * @throws IllegalStateException if the container is closed
     * @throws IllegalArgumentException if the row does not fit the columns
     */
    @Override
    public void addRowToTable(DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("illegal row: the container is closed");
        }
        try {
            writer().write(row);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write row " + row.getKey(), e);
        }
    }

    /** Ends the table; closing again changes nothing. */
    public void close() {
        if (isClosed()) {
            return;
        }
        try {
            table = Optional.of(writer().finish());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the table", e);
        }
    }

    /** Whether the table is complete. */
    public boolean isClosed() {
        return table.isPresent();
    }

    /** Whether rows may be added. */
    public boolean isOpen() {
        return !isClosed();
    }

    /** Number of rows so far. */
    public long size() {
        return table.map(FileTable::size).orElseGet(() -> writer.map(TableWriter::size).orElse(0L));
    }

    /** The columns. */
    public DataTableSpec getTableSpec() {
        return spec;
    }

    /**
     * The table.
     *
     * @throws IllegalStateException if the container is still open
     */
    public DataTable getTable() {
        return getCloseableTable();
    }

    /**
     * The table.
     *
     * @throws IllegalStateException if the container is still open
     */
    public CloseableTable getCloseableTable() {
        return table.orElseThrow(
                () -> new IllegalStateException("illegal access: the container is still open"));
    }

    private TableWriter writer() throws IOException {
        if (writer.isEmpty()) {
            if (storage == null) {
                storage = PrivateStorage.create();
            }
            writer = Optional.of(new TableWriter(spec, storage.newTable(), storage.root()));
        }
        return writer.get();
    }
}
