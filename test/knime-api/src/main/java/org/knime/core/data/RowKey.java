package org.knime.core.data;

/** Name of a row, unique within its table. */
public final class RowKey {
    private final String id;

    /**
     * A key.
     *
     * @throws IllegalArgumentException if the text is null
     */
    public RowKey(String id) {
        if (id == null) {
            throw new IllegalArgumentException("illegal row key: null, must be a text");
        }
        this.id = id;
    }

    /** The key of the row with this index: Row0, Row1, … */
    public static RowKey createRowKey(long index) {
        return new RowKey("Row" + index);
    }

    /** The text. */
    public String getString() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
