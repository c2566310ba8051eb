package org.dlpixel.descriptors.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.swing.JComponent;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A port object as plug-ins have them. */
public final class SampleModel extends FileStorePortObject {
    static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(SampleModel.class);

    private final SampleSpec spec;

    SampleModel(SampleSpec spec) {
        this.spec = spec;
    }

    SampleModel(SampleSpec spec, FileStore store) {
        super(List.of(store));
        this.spec = spec;
    }

    byte[] weights() throws IOException {
        return Files.readAllBytes(getFileStore(0).getFile().toPath());
    }

    @Override
    public String getSummary() {
        return "model";
    }

    @Override
    public SampleSpec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Its serializer. */
    public static final class Serializer extends PortObjectSerializer<SampleModel> {
        @Override
        public void savePortObject(
                SampleModel model, PortObjectZipOutputStream out, ExecutionMonitor progress) {}

        @Override
        public SampleModel loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor progress) {
            return new SampleModel((SampleSpec) spec);
        }
    }
}
