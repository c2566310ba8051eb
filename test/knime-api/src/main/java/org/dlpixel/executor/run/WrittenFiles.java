package org.dlpixel.executor.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.bridge.StoredPort;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

/** The files that a workflow wrote: what its last tables name in a text column File. */
final class WrittenFiles {
    private static final String COLUMN = "File";

    private WrittenFiles() {}

    /** The files that a table names, as absolute paths; empty for everything else. */
    static List<Path> in(StoredPort output) throws IOException {
        if (!(output.spec() instanceof DataTableSpec spec)) {
            return List.of();
        }
        int column = spec.findColumnIndex(COLUMN);
        if (column < 0 || !spec.getColumnSpec(column).getType().isCompatible(StringValue.class)) {
            return List.of();
        }
        try {
            return read((BufferedDataTable) output.load(), column);
        } catch (CanceledExecutionException e) {
            return List.of();
        }
    }

    private static List<Path> read(BufferedDataTable table, int column) {
        List<Path> files = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell cell = row.getCell(column);
                if (cell instanceof StringValue text) {
                    files.add(Path.of(text.getStringValue()).toAbsolutePath().normalize());
                }
            }
        }
        return files;
    }
}
