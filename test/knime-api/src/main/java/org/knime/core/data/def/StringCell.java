package org.knime.core.data.def;

import java.io.IOException;
import java.util.Objects;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
    /** Type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(StringCell.class, new StringSerializer());
    }

    private final String text;

    /** A text, not null. */
    public StringCell(String text) {
        this.text = Objects.requireNonNull(text, "text of a string cell");
    }

    @Override
    public String getStringValue() {
        return text;
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return text.equals(((StringCell) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Writes the text. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {
        public StringSerializer() {}

        @Override
        public void serialize(StringCell cell, DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.text);
        }

        @Override
        public StringCell deserialize(DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }
}
