package org.knime.core.node.port;

import java.io.IOException;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.PortAccess;
import org.dlpixel.executor.bridge.StoredPort;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

/** Writes what nodes put out below the node's storage. */
final class PortStorage implements PortAccess {
    @Override
    public StoredPort store(PortObject object, NodeStorage storage)
            throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable table) {
            return new StoredTable(table);
        }
        return StoredObject.write(object, storage);
    }

    @Override
    public PortObjectSpec copy(PortObjectSpec spec) throws IOException {
        return spec instanceof DataTableSpec ? spec : SpecBytes.of(spec).read();
    }

    /** A table: its rows are on disk already, and reading changes nothing. */
    private record StoredTable(BufferedDataTable table) implements StoredPort {
        @Override
        public PortObjectSpec spec() {
            return table.getDataTableSpec();
        }

        @Override
        public String summary() {
            return table.getSummary();
        }

        @Override
        public PortObject load() {
            return table;
        }
    }
}
