package org.knime.core.data.image;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.DataCell;

/** A picture. */
public interface ImageContent {
    /** Width and height in pixels. */
    Dimension getPreferredSize();

    /** One line about the picture. */
    String getSummary();

    /** Writes the picture's bytes. */
    void save(OutputStream output) throws IOException;

    /** The picture as cell. */
    DataCell toImageCell();
}
