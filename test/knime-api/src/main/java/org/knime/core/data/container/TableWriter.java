package org.knime.core.data.container;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;

/** Writes rows to a file: per row the key, then one cell per column. */
final class TableWriter {
    private final DataTableSpec spec;
    private final Path file;
    private final Path root;
    private final CellOutput out;
    private final Set<RowKey> keys = new HashSet<>();

    TableWriter(DataTableSpec spec, Path file, Path root) throws IOException {
        this.spec = spec;
        this.file = file;
        this.root = root;
        this.out = new CellOutput(new BufferedOutputStream(Files.newOutputStream(file)), root);
    }

    long size() {
        return keys.size();
    }

    void write(DataRow row) throws IOException {
        check(row);
        out.writeUTF(row.getKey().getString());
        for (int i = 0; i < row.getNumCells(); i++) {
            out.writeDataCell(row.getCell(i));
        }
    }

    FileTable finish() throws IOException {
        out.close();
        long size = keys.size();
        keys.clear();
        return new FileTable(spec, file, root, size);
    }

    private void check(DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException(
                    "illegal number of cells in row '%s': %d, must be %d"
                            .formatted(row.getKey(), row.getNumCells(), spec.getNumColumns()));
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            checkCell(row, spec.getColumnSpec(i), row.getCell(i));
        }
        if (!keys.add(row.getKey())) {
            throw new IllegalArgumentException(
                    "illegal row key: '%s', must be unique within the table"
                            .formatted(row.getKey()));
        }
    }

    private static void checkCell(DataRow row, DataColumnSpec column, DataCell cell) {
        if (!cell.isMissing() && !column.getType().isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException(
                    "illegal cell in row '%s', column '%s': %s, must be %s"
                            .formatted(
                                    row.getKey(),
                                    column.getName(),
                                    cell.getType(),
                                    column.getType()));
        }
    }
}
