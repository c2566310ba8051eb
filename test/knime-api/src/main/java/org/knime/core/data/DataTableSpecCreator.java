package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes table specs. */
public final class DataTableSpecCreator {
    private final List<DataColumnSpec> columns = new ArrayList<>();
    private String name = "default";

    /** No columns yet. */
    public DataTableSpecCreator() {}

    /** The columns of a table. */
    public DataTableSpecCreator(DataTableSpec spec) {
        name = spec.getName();
        addColumns(spec);
    }

    /** Appends columns. */
    public DataTableSpecCreator addColumns(DataColumnSpec... specs) {
        Collections.addAll(columns, specs);
        return this;
    }

    /** Appends the columns of a table. */
    public DataTableSpecCreator addColumns(DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    /** Puts a column in the place of another one. */
    public DataTableSpecCreator replaceColumn(int index, DataColumnSpec spec) {
        columns.set(index, spec);
        return this;
    }

    /** Drops all columns. */
    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    /** Changes the table's name. */
    public DataTableSpecCreator setName(String newName) {
        name = newName;
        return this;
    }

    /** The table spec; the names of the columns must differ. */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new));
    }
}
