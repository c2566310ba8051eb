package org.knime.core.data.container;

import java.nio.file.Path;
import org.knime.core.data.DataTableSpec;

/** A table on disk; every iterator reads the file again. */
final class FileTable implements CloseableTable {
    private final DataTableSpec spec;
    private final Path file;
    private final Path root;
    private final long size;

    FileTable(DataTableSpec spec, Path file, Path root, long size) {
        this.spec = spec;
        this.file = file;
        this.root = root;
        this.size = size;
    }

    long size() {
        return size;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public CloseableRowIterator iterator() {
        return size == 0
                ? CloseableRowIterator.empty()
                : new TableReader(file, root, size, spec.getNumColumns());
    }
}
