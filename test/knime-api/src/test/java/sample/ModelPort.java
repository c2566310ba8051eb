package sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A model: a note, and weights in a file store. */
public final class ModelPort extends FileStorePortObject {
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ModelPort.class);
    private final ModelSpec spec;
    private final String note;

    private ModelPort(ModelSpec spec, String note) {
        this.spec = spec;
        this.note = note;
    }

    ModelPort(ModelSpec spec, String note, FileStore weights) {
        super(List.of(weights));
        this.spec = spec;
        this.note = note;
    }

    String note() {
        return note;
    }

    byte[] weights() throws IOException {
        return Files.readAllBytes(getFileStore(0).getFile().toPath());
    }

    @Override
    public String getSummary() {
        return "sample model " + note;
    }

    @Override
    public ModelSpec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Stores the note; the weights lie in their store. */
    public static final class Serializer extends PortObjectSerializer<ModelPort> {
        @Override
        public void savePortObject(
                ModelPort object, PortObjectZipOutputStream out, ExecutionMonitor monitor)
                throws IOException {
            out.putNextEntry(new ZipEntry("note.txt"));
            out.write(object.note.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public ModelPort loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
                throws IOException {
            in.getNextEntry();
            String note = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ModelPort((ModelSpec) spec, note);
        }
    }
}
