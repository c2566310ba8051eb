package org.knime.core.data;

import java.io.Serializable;

/** One cell of a table; immutable. */
public abstract class DataCell implements DataValue, Serializable {
    private static final long serialVersionUID = 1L;

    public DataCell() {}

    /** The type of this cell. */
    public final DataType getType() {
        return DataType.of(this);
    }

    /** True only for a missing cell. */
    public boolean isMissing() {
        return false;
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /** The value as text. */
    @Override
    public abstract String toString();

    /**
     * Equal cells have equal classes and equal contents; all missing cells are equal.
     *
     * <p>Cells of another class never are: subclasses compare contents only.
     */
    @Override
    public final boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof DataCell that
                && getClass() == that.getClass()
                && equalsDataCell(that);
    }

    /** Compares contents with a cell of the same class. */
    protected abstract boolean equalsDataCell(DataCell other);

    @Override
    public abstract int hashCode();
}
