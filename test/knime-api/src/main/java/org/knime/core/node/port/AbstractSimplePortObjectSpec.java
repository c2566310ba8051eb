package org.knime.core.node.port;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec kept as a tree of settings; needs a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
    public AbstractSimplePortObjectSpec() {}

    /** Writes this spec. */
    protected abstract void save(ModelContentWO model);

    /**
     * Reads this spec.
     *
     * @throws InvalidSettingsException if the settings are not those of such a spec
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbstractSimplePortObjectSpec that
                && getClass() == that.getClass()
                && Arrays.equals(content(), that.content());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content());
    }

    private byte[] content() {
        ModelContent content = new ModelContent("model");
        save(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.saveToXML(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The serializer to extend, once per class. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<
                    T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {
        private static final String ENTRY = "content.xml";
        private static final String MODEL = "model";

        public AbstractSimplePortObjectSpecSerializer() {}

        @Override
        public void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream out)
                throws IOException {
            ModelContent content = new ModelContent("model.xml");
            content.addInt("version", 1);
            content.addString("class_name", spec.getClass().getName());
            AbstractSimplePortObjectSpec base = spec;
            base.save(content.addModelContent(MODEL));
            out.putNextEntry(new ZipEntry(ENTRY));
            content.saveToXML(new KeepOpen(out));
            out.closeEntry();
        }

        @Override
        public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            ZipEntry entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException(
                        "illegal entry of a spec: "
                                + (entry == null ? "none" : entry.getName())
                                + ", must be "
                                + ENTRY);
            }
            T spec = PublicClasses.create(PublicClasses.argumentOf(this));
            AbstractSimplePortObjectSpec base = spec;
            try {
                base.load(ModelContent.loadFromXML(in).getModelContent(MODEL));
            } catch (InvalidSettingsException e) {
                throw new IOException("illegal spec: " + e.getMessage(), e);
            }
            return spec;
        }
    }
}
