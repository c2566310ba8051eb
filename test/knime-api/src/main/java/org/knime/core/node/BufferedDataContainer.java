package org.knime.core.node;

import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;

/** Collects rows, and gives a table when closed. */
public class BufferedDataContainer extends DataContainer {
    BufferedDataContainer(DataTableSpec spec, NodeStorage storage) {
        super(spec);
        SharedSecrets.containers().bind(this, storage);
    }

    /**
     * The table.
     *
     * @throws IllegalStateException if the container is still open
     */
    @Override
    public BufferedDataTable getTable() {
        return new BufferedDataTable(getCloseableTable(), size());
    }
}
