package org.knime.core.node;

import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table between nodes: its rows lie on disk and are read again by every iterator. */
public final class BufferedDataTable implements DataTable, PortObject {
    /** Type of a table port. */
    public static final PortType TYPE =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** Type of a table port that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTable rows;
    private final long size;

    BufferedDataTable(DataTable rows, long size) {
        this.rows = rows;
        this.size = size;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return rows.getDataTableSpec();
    }

    @Override
    public DataTableSpec getSpec() {
        return getDataTableSpec();
    }

    /** Number of rows. */
    public long size() {
        return size;
    }

    /** Reads the rows from the first one; to be closed. */
    @Override
    public CloseableRowIterator iterator() {
        return CloseableRowIterator.wrap(rows.iterator());
    }

    @Override
    public String getSummary() {
        return "Rows: " + size + ", Cols: " + getDataTableSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
