package org.knime.core.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table; immutable. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, Integer> index = new LinkedHashMap<>();

    /** No columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    /** These columns, whose names must differ. */
    public DataTableSpec(DataColumnSpec... columns) {
        this("default", columns);
    }

    /** A name and these columns, whose names must differ. */
    public DataTableSpec(String name, DataColumnSpec... columns) {
        this.name = name == null ? "default" : name;
        this.columns = List.of(columns);
        for (int i = 0; i < columns.length; i++) {
            if (index.putIfAbsent(columns[i].getName(), i) != null) {
                throw new IllegalArgumentException(
                        "illegal column name: " + columns[i].getName() + ", must be unique");
            }
        }
    }

    /** The columns of both tables, whose names must differ. */
    public DataTableSpec(DataTableSpec left, DataTableSpec right) {
        this(
                left.name,
                Stream.concat(left.stream(), right.stream()).toArray(DataColumnSpec[]::new));
    }

    /** Name of the table. */
    public String getName() {
        return name;
    }

    /** Number of columns. */
    public int getNumColumns() {
        return columns.size();
    }

    /** The column at an index. */
    public DataColumnSpec getColumnSpec(int column) {
        return columns.get(column);
    }

    /** The column of this name, or null. */
    public DataColumnSpec getColumnSpec(String column) {
        Integer position = index.get(column);
        return position == null ? null : columns.get(position);
    }

    /** Index of the column of this name, or -1. */
    public int findColumnIndex(String column) {
        return index.getOrDefault(column, -1);
    }

    /** Whether there is a column of this name. */
    public boolean containsName(String column) {
        return index.containsKey(column);
    }

    /** Whether there is a column that can be seen as the value class. */
    public boolean containsCompatibleType(Class<? extends DataValue> valueClass) {
        return stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** The names in order. */
    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** The columns in order. */
    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    /** A name that no column of the table has: the given one, else with (#1), (#2), … appended. */
    public static String getUniqueColumnName(DataTableSpec spec, String column) {
        String candidate = column;
        for (int i = 1; spec.containsName(candidate); i++) {
            candidate = column + " (#" + i + ")";
        }
        return candidate;
    }

    /** Whether names and types of all columns are the same. */
    public boolean equalStructure(DataTableSpec other) {
        return other != null && columns.equals(other.columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataTableSpec that && equalStructure(that);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return stream()
                .map(column -> column.getName() + " (" + column.getType() + ")")
                .collect(Collectors.joining(", ", "name=" + name + ", columns=[", "]"));
    }
}
