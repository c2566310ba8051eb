package org.knime.core.node;

import org.dlpixel.executor.bridge.RearrangerAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;

/** Applies a column rearranger row by row. */
record RearrangedTable(ColumnRearranger rearranger) {
    BufferedDataTable create(
            BufferedDataTable table, ExecutionContext context, ExecutionMonitor progress)
            throws CanceledExecutionException {
        RearrangerAccess access = SharedSecrets.rearrangers();
        BufferedDataContainer container = context.createDataContainer(rearranger.createSpec());
        try (CloseableRowIterator rows = table.iterator()) {
            for (long index = 0; rows.hasNext(); index++) {
                progress.checkCanceled();
                DataRow row = rows.next();
                container.addRowToTable(access.apply(rearranger, row, index));
                progress.setProgress((index + 1) / (double) table.size());
            }
        } finally {
            access.finish(rearranger);
        }
        container.close();
        return container.getTable();
    }
}
