package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dlpixel.executor.bridge.RearrangerAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;

/** Says which columns of a table stay, and which new ones come where. */
public class ColumnRearranger {
    static {
        SharedSecrets.register(RearrangerAccess.class, new Rows());
    }

    private final String tableName;
    private final List<RearrangedColumn> columns = new ArrayList<>();

    /** All columns of a table as they are. */
    public ColumnRearranger(DataTableSpec original) {
        tableName = original.getName();
        for (int i = 0; i < original.getNumColumns(); i++) {
            columns.add(new RearrangedColumn(original.getColumnSpec(i), null, i));
        }
    }

    /** Appends the factory's columns. */
    public final void append(CellFactory factory) {
        insertAt(columns.size(), factory);
    }

    /** Inserts the factory's columns. */
    public final void insertAt(int position, CellFactory factory) {
        DataColumnSpec[] specs = factory.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            columns.add(position + i, new RearrangedColumn(specs[i], factory, i));
        }
    }

    /** Puts the factory's one column in the place of another one. */
    public final void replace(CellFactory factory, String column) {
        int position = position(column);
        columns.remove(position);
        insertAt(position, factory);
    }

    /** Removes columns. */
    public final void remove(String... names) {
        for (String name : names) {
            columns.remove(position(name));
        }
    }

    /** Keeps these columns only, in the order they have. */
    public final void keepOnly(String... names) {
        Set<String> kept = new HashSet<>(List.of(names));
        kept.forEach(this::position);
        columns.removeIf(column -> !kept.contains(column.spec().getName()));
    }

    /** Index of a column, or -1. */
    public final int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).spec().getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of columns. */
    public final int getColumnCount() {
        return columns.size();
    }

    /** The columns as rearranged. */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(
                tableName,
                columns.stream().map(RearrangedColumn::spec).toArray(DataColumnSpec[]::new));
    }

    private int position(String name) {
        int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("illegal column: " + name + ", must exist");
        }
        return index;
    }

    private DataRow apply(DataRow row, long rowIndex) {
        IdentityHashMap<CellFactory, DataCell[]> computed = new IdentityHashMap<>();
        DataCell[] cells = new DataCell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            RearrangedColumn column = columns.get(i);
            cells[i] =
                    column.factory() == null
                            ? row.getCell(column.index())
                            : computed.computeIfAbsent(
                                            column.factory(), f -> f.getCells(row, rowIndex))[
                                    column.index()];
        }
        return new DefaultRow(row.getKey(), cells);
    }

    private static final class Rows implements RearrangerAccess {
        @Override
        public DataRow apply(ColumnRearranger rearranger, DataRow row, long rowIndex) {
            return rearranger.apply(row, rowIndex);
        }

        @Override
        public void finish(ColumnRearranger rearranger) {
            Set<CellFactory> factories = new LinkedHashSet<>();
            rearranger.columns.forEach(column -> factories.add(column.factory()));
            for (CellFactory factory : factories) {
                if (factory instanceof AbstractCellFactory abstractFactory) {
                    abstractFactory.afterProcessing();
                }
            }
        }
    }
}
