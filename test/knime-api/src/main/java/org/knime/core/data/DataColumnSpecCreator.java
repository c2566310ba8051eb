package org.knime.core.data;

import java.util.Objects;

/** Makes column specs. */
public final class DataColumnSpecCreator {
    private String name;
    private DataType type;

    /** A column of this name and type. */
    public DataColumnSpecCreator(String name, DataType type) {
        setName(name);
        setType(type);
    }

    /** A column like another one. */
    public DataColumnSpecCreator(DataColumnSpec spec) {
        this(spec.getName(), spec.getType());
    }

    /** Changes the name. */
    public void setName(String newName) {
        name = Objects.requireNonNull(newName, "column name");
    }

    /** Changes the type. */
    public void setType(DataType newType) {
        type = Objects.requireNonNull(newType, "column type");
    }

    /** The column spec. */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type);
    }
}
