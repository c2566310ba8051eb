package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** The bytes of a PNG picture; never decoded here, so no toolkit is needed. */
public class PNGImageContent implements ImageContent {
    /** Type of cells with such pictures. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Where the header chunk, always the first one, has width and height. */
    private static final int WIDTH_AT = 16;

    private static final int HEIGHT_AT = 20;
    private static final int SHORTEST = 24;

    private final byte[] png;

    /**
     * A picture.
     *
     * @param png its bytes
     * @throws IllegalArgumentException if they do not begin like a PNG
     */
    public PNGImageContent(byte[] png) {
        if (png.length < SHORTEST
                || !Arrays.equals(SIGNATURE, Arrays.copyOf(png, SIGNATURE.length))) {
            throw new IllegalArgumentException(
                    "illegal picture: " + png.length + " bytes, must be in PNG format");
        }
        this.png = png.clone();
    }

    /** A picture read to the end of the stream. */
    public PNGImageContent(InputStream input) throws IOException {
        this(input.readAllBytes());
    }

    /** A copy of the bytes. */
    public byte[] getByteArray() {
        return png.clone();
    }

    /** The bytes themselves, never to be changed. */
    public byte[] getByteArrayReference() {
        return png;
    }

    @Override
    public Dimension getPreferredSize() {
        ByteBuffer header = ByteBuffer.wrap(png);
        return new Dimension(header.getInt(WIDTH_AT), header.getInt(HEIGHT_AT));
    }

    @Override
    public String getSummary() {
        Dimension size = getPreferredSize();
        return "PNG picture, " + size.width + " x " + size.height + " pixels";
    }

    @Override
    public void save(OutputStream output) throws IOException {
        output.write(png);
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PNGImageContent that && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }
}
