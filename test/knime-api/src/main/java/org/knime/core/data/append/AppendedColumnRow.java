package org.knime.core.data.append;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row followed by further cells. */
public class AppendedColumnRow implements DataRow {
    private final DataRow base;
    private final List<DataCell> appended;

    /** The row's key and cells, then the appended ones. */
    public AppendedColumnRow(DataRow base, DataCell... appended) {
        this.base = base;
        this.appended = List.of(appended);
    }

    @Override
    public RowKey getKey() {
        return base.getKey();
    }

    @Override
    public int getNumCells() {
        return base.getNumCells() + appended.size();
    }

    @Override
    public DataCell getCell(int index) {
        int first = base.getNumCells();
        return index < first ? base.getCell(index) : appended.get(index - first);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return IntStream.range(0, getNumCells()).mapToObj(this::getCell).iterator();
    }
}
