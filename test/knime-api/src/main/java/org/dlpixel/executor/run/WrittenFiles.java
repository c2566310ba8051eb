package org.dlpixel.executor.run;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

    private WrittenFiles() {}

    /** The files that a table names, as absolute paths or URLs; empty for everything else. */
    static List<String> in(StoredPort output) throws IOException {
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

    private static List<String> read(BufferedDataTable table, int column) {
        List<String> files = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell cell = row.getCell(column);
                if (cell instanceof StringValue text) {
                    files.add(shown(text.getStringValue()));
                }
            }
        }
        return files;
    }

    private static String shown(String file) {
        try {
            return URL.matcher(file).lookingAt()
                    ? file
                    : Path.of(file).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return file;
        }
    }
}
