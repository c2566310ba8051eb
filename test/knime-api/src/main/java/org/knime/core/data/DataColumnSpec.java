package org.knime.core.data;

/** Name and type of a column. */
public final class DataColumnSpec {
    private final String name;
    private final DataType type;

    DataColumnSpec(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    /** The name, unique within the table. */
    public String getName() {
        return name;
    }

    /** The type. */
    public DataType getType() {
        return type;
    }

    /** Whether name and type are the same. */
    public boolean equalStructure(DataColumnSpec other) {
        return other != null && name.equals(other.name) && type.equals(other.type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataColumnSpec that && equalStructure(that);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + type.hashCode();
    }

    @Override
    public String toString() {
        return "Column Spec: name=" + name + ", type=" + type;
    }
}
