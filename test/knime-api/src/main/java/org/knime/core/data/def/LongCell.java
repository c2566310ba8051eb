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
import org.knime.core.data.LongValue;

/** A 64-bit integer. */
public class LongCell extends DataCell implements LongValue, DoubleValue, BoundedValue {
    /** Type of these cells. */
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(LongCell.class, new LongSerializer());
    }

    private final long number;

    /** A number. */
    public LongCell(long number) {
        this.number = number;
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
        return number == ((LongCell) other).number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }

    /** Writes the number. */
    public static final class LongSerializer implements DataCellSerializer<LongCell> {
        public LongSerializer() {}

        @Override
        public void serialize(LongCell cell, DataCellDataOutput output) throws IOException {
            output.writeLong(cell.number);
        }

        @Override
        public LongCell deserialize(DataCellDataInput input) throws IOException {
            return new LongCell(input.readLong());
        }
    }
}
