package org.knime.core.data;

/** A cell without value; fits every column. */
public final class MissingCell extends DataCell implements MissingValue {
    static final MissingCell INSTANCE = new MissingCell(null);

    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * A missing cell.
     *
     * @param error why it is missing, or null
     */
    public MissingCell(String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return true;
    }

    @Override
    public int hashCode() {
        return 7;
    }

    @Override
    public String toString() {
        return "?";
    }
}
