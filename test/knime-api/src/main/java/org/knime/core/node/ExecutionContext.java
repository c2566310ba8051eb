package org.knime.core.node;

import java.io.IOException;
import org.dlpixel.executor.bridge.ContextAccess;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.filestore.FileStore;

/** What a node needs while it executes: progress, new tables, new file stores. */
public class ExecutionContext extends ExecutionMonitor {
    static {
        SharedSecrets.register(ContextAccess.class, ExecutionContext::new);
    }

    private final NodeStorage storage;

    private ExecutionContext(NodeStorage storage, ProgressSink sink) {
        this(storage, sink, 0, 1, false);
    }

    private ExecutionContext(
            NodeStorage storage, ProgressSink sink, double start, double share, boolean silent) {
        super(sink, start, share, silent);
        this.storage = storage;
    }

    /** A container for a table with these columns. */
    public BufferedDataContainer createDataContainer(DataTableSpec spec) {
        return new BufferedDataContainer(spec, storage);
    }

    /**
     * A new file store of this node.
     *
     * @param relativePath the store's name, unique within the node; a plain file name
     */
    public FileStore createFileStore(String relativePath) throws IOException {
        return SharedSecrets.stores().create(storage, relativePath);
    }

    /**
     * A table with the columns as rearranged.
     *
     * @throws CanceledExecutionException if cancelled
     */
    public BufferedDataTable createColumnRearrangeTable(
            BufferedDataTable table, ColumnRearranger rearranger, ExecutionMonitor progress)
            throws CanceledExecutionException {
        return new RearrangedTable(rearranger).create(table, this, progress);
    }

    /** A context for the next part of the work; see {@link #createSubProgress}. */
    public ExecutionContext createSubExecutionContext(double maxProgress) {
        return new ExecutionContext(
                storage, sink(), nextStart(maxProgress), part(maxProgress), false);
    }

    /** A context for the next part of the work, whose texts are not shown. */
    public ExecutionContext createSilentSubExecutionContext(double maxProgress) {
        return new ExecutionContext(
                storage, sink(), nextStart(maxProgress), part(maxProgress), true);
    }
}
