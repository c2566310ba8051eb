package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Makes cells with PNG pictures. */
public class PNGImageCellFactory implements DataCellFactory.FromInputStream {
    /** Type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    public PNGImageCellFactory() {}

    /** A cell of a picture's bytes. */
    public static DataCell create(byte[] png) {
        return new PNGImageContent(png).toImageCell();
    }

    /** A cell of the picture that the stream holds. */
    public static DataCell create(InputStream input) throws IOException {
        return new PNGImageContent(input).toImageCell();
    }

    @Override
    public DataCell createCell(InputStream input) throws IOException {
        return create(input);
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }
}
