package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {
    private final RowKey key;
    private final List<DataCell> cells;

    /** A key and cells, none null. */
    public DefaultRow(RowKey key, DataCell... cells) {
        this.key = Objects.requireNonNull(key, "row key");
        this.cells = List.of(cells);
    }

    /** A key and cells, none null. */
    public DefaultRow(String key, DataCell... cells) {
        this(new RowKey(key), cells);
    }

    /** A key and cells, none null. */
    public DefaultRow(RowKey key, List<DataCell> cells) {
        this(key, cells.toArray(DataCell[]::new));
    }

    /** A key and cells, none null. */
    public DefaultRow(String key, List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final DataCell getCell(int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DefaultRow that && key.equals(that.key) && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + cells.hashCode();
    }

    @Override
    public String toString() {
        return key + ": " + Arrays.toString(cells.toArray());
    }
}
