package org.knime.core.data.image.png;

import java.io.IOException;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;

/** A PNG picture; made by {@link PNGImageCellFactory}. */
@SuppressWarnings("serial")
public class PNGImageCell extends DataCell implements PNGImageValue {
    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(PNGImageCell.class, new PNGSerializer());
    }

    private final PNGImageContent content;

    PNGImageCell(PNGImageContent content) {
        this.content = content;
    }

    @Override
    public PNGImageContent getImageContent() {
        return content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return content.equals(((PNGImageCell) other).content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.getSummary();
    }

    /** Writes the picture's bytes. */
    public static final class PNGSerializer implements DataCellSerializer<PNGImageCell> {
        public PNGSerializer() {}

        @Override
        public void serialize(PNGImageCell cell, DataCellDataOutput output) throws IOException {
            byte[] png = cell.content.getByteArrayReference();
            output.writeInt(png.length);
            output.write(png);
        }

        @Override
        public PNGImageCell deserialize(DataCellDataInput input) throws IOException {
            byte[] png = new byte[input.readInt()];
            input.readFully(png);
            return new PNGImageCell(new PNGImageContent(png));
        }
    }
}
