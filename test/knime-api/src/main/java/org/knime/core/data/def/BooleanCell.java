package org.knime.core.data.def;

import java.io.IOException;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** True or false; also the numbers 1 and 0. */
public final class BooleanCell extends DataCell
        implements BooleanValue, IntValue, LongValue, DoubleValue, BoundedValue, NominalValue {
    /** The cell of true. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** The cell of false. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** Type of these cells. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(BooleanCell.class, new BooleanSerializer());
    }

    private final boolean truth;

    private BooleanCell(boolean truth) {
        this.truth = truth;
    }

    /** The cell of a truth value; {@link BooleanCellFactory#create(boolean)} does the same. */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public static final BooleanCell get(boolean truth) {
        return of(truth);
    }

    private static BooleanCell of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    @Override
    public boolean getBooleanValue() {
        return truth;
    }

    @Override
    public int getIntValue() {
        return truth ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return truth == ((BooleanCell) other).truth;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(truth);
    }

    @Override
    public String toString() {
        return Boolean.toString(truth);
    }

    /** Makes cells with truth values. */
    public static final class BooleanCellFactory implements DataCellFactory {
        /** Type of the cells. */
        public static final DataType TYPE = BooleanCell.TYPE;

        public BooleanCellFactory() {}

        /** The cell of a truth value. */
        public static DataCell create(boolean truth) {
            return of(truth);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }
    }

    /** Writes the truth value. */
    public static final class BooleanSerializer implements DataCellSerializer<BooleanCell> {
        public BooleanSerializer() {}

        @Override
        public void serialize(BooleanCell cell, DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.truth);
        }

        @Override
        public BooleanCell deserialize(DataCellDataInput input) throws IOException {
            return of(input.readBoolean());
        }
    }
}
