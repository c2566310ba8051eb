package org.knime.core.node.port.image;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A picture between nodes; here always in PNG format. */
public class ImagePortObject extends AbstractPortObject {
    /** Type of a port for pictures. */
    public static final PortType TYPE =
            PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    /** Type of a port for pictures that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(ImagePortObject.class, true);

    private static final String ENTRY = "content.png";

    private ImageContent content;
    private ImagePortObjectSpec spec;

    /** To be loaded. */
    public ImagePortObject() {}

    /** A picture and its format. */
    public ImagePortObject(ImageContent content, ImagePortObjectSpec spec) {
        this.content = content;
        this.spec = spec;
    }

    /** The picture as cell. */
    public DataCell toDataCell() {
        return content.toImageCell();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return content.getSummary();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(PortObjectZipOutputStream out, ExecutionMonitor progress)
            throws IOException, CanceledExecutionException {
        out.putNextEntry(new ZipEntry(ENTRY));
        content.save(out);
        out.closeEntry();
    }

    @Override
    protected void load(
            PortObjectZipInputStream in, PortObjectSpec loadedSpec, ExecutionMonitor progress)
            throws IOException, CanceledExecutionException {
        if (in.getNextEntry() == null) {
            throw new IOException("illegal picture: none, must be " + ENTRY);
        }
        content = new PNGImageContent(in);
        spec = (ImagePortObjectSpec) loadedSpec;
    }

    /** Writes and reads pictures. */
    public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {
        public Serializer() {}
    }
}
