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

/** A real number. */
public final class DoubleCell extends DataCell implements DoubleValue, BoundedValue {
    /** Type of these cells. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(DoubleCell.class, new DoubleSerializer());
    }

    private final double number;

    /** A number. */
    public DoubleCell(double number) {
        this.number = number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        double that = ((DoubleCell) other).number;
        return number == that || (Double.isNaN(number) && Double.isNaN(that));
    }

    @Override
    public int hashCode() {
        return number == 0 ? 0 : Double.hashCode(number);
    }

    @Override
    public String toString() {
        return Double.toString(number);
    }

    /** Writes the number. */
    public static final class DoubleSerializer implements DataCellSerializer<DoubleCell> {
        public DoubleSerializer() {}

        @Override
        public void serialize(DoubleCell cell, DataCellDataOutput output) throws IOException {
            output.writeDouble(cell.number);
        }

        @Override
        public DoubleCell deserialize(DataCellDataInput input) throws IOException {
            return new DoubleCell(input.readDouble());
        }
    }
}
