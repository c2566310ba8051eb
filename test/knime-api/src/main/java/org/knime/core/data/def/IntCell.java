package org.knime.core.data.def;

import java.io.IOException;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** A 32-bit integer. */
public class IntCell extends DataCell implements IntValue, LongValue, DoubleValue, BoundedValue {
    /** Type of these cells. */
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(IntCell.class, new IntCellSerializer());
    }

    private final int number;

    /** A number. */
    public IntCell(int number) {
        this.number = number;
    }

    @Override
    public int getIntValue() {
        return number;
    }

    @Override
    public long getLongValue() {
        return number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return number == ((IntCell) other).number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /** Writes the number. */
    public static final class IntCellSerializer implements DataCellSerializer<IntCell> {
        public IntCellSerializer() {}

        @Override
        public void serialize(IntCell cell, DataCellDataOutput output) throws IOException {
            output.writeInt(cell.number);
        }

        @Override
        public IntCell deserialize(DataCellDataInput input) throws IOException {
            return new IntCell(input.readInt());
        }
    }
}
