package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory with given columns. */
public abstract class AbstractCellFactory implements CellFactory {
    private final DataColumnSpec[] specs;

    /** A factory of these columns. */
    public AbstractCellFactory(DataColumnSpec... specs) {
        this.specs = specs.clone();
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return specs.clone();
    }

    /** Called once after the last row. */
    public void afterProcessing() {}

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public void setProgress(
            int currentRow, int rowCount, RowKey lastKey, ExecutionMonitor progress) {
        setProgress((long) currentRow, rowCount, lastKey, progress);
    }
}
