package org.knime.core.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.StoredPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

class PortAccessTest {
    private static final byte[] PNG = {
        (byte) 0x89,
        'P',
        'N',
        'G',
        '\r',
        '\n',
        0x1a,
        '\n',
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        0,
        3,
        0,
        0,
        0,
        2
    };

    @TempDir private Path folder;

    private NodeStorage storage;
    private ExecutionContext context;

    @BeforeEach
    void openStorage() {
        storage = new NodeStorage(folder, "node");
        context = SharedSecrets.contexts().create(storage, ProgressSink.SILENT);
    }

    @Test
    void everyConsumerGetsItsOwnCopyWithItsFiles() throws Exception {
        Model model = new Model(new Spec("img", 8), "note", context.createFileStore("weights"));

        StoredPort stored = SharedSecrets.ports().store(model, storage);
        Model first = (Model) stored.load();
        Model second = (Model) stored.load();

        assertThat(first).isNotSameAs(second).isNotSameAs(model).isEqualTo(second);
        assertThat(first.weights()).isEqualTo("weights of note");
        assertThat(first.getSpec()).isEqualTo(new Spec("img", 8)).isNotSameAs(second.getSpec());
        assertThat(first.file()).isEqualTo(model.file());
        assertThat(stored.summary()).isEqualTo("model note");
        assertThat(stored.spec()).isEqualTo(new Spec("img", 8));
    }

    @Test
    void theObjectIsFlushedOnceAndEveryCopyFinishedOnce() throws Exception {
        Model model = new Model(new Spec("img", 8), "note", context.createFileStore("weights"));

        StoredPort stored = SharedSecrets.ports().store(model, storage);
        Model first = (Model) stored.load();
        stored.load();

        assertThat(model.flushed.get()).isEqualTo(1);
        assertThat(model.constructed.get()).isZero();
        assertThat(first.flushed.get()).isZero();
        assertThat(first.constructed.get()).isEqualTo(1);
    }

    @Test
    void specsAreCopiedByTheirSerializer() throws IOException {
        Spec spec = new Spec("img", 8);

        PortObjectSpec copy = SharedSecrets.ports().copy(spec);

        assertThat(copy).isEqualTo(spec).isNotSameAs(spec).isNotEqualTo(new Spec("img", 9));
        assertThat(copy.hashCode()).isEqualTo(spec.hashCode());
    }

    @Test
    void picturesComeBack() throws Exception {
        ImagePortObject picture =
                new ImagePortObject(
                        new PNGImageContent(PNG), new ImagePortObjectSpec(PNGImageContent.TYPE));

        ImagePortObject copy =
                (ImagePortObject) SharedSecrets.ports().store(picture, storage).load();

        assertThat(copy.toDataCell()).isEqualTo(picture.toDataCell());
        assertThat(copy.getSpec().getDataType()).isEqualTo(PNGImageContent.TYPE);
    }

    @Test
    void anObjectWithoutSerializerIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> SharedSecrets.ports().store(new Bare(), storage))
                .withMessageStartingWith("no serializer of " + Bare.class.getName());
    }

    @Test
    void portTypesKnowTheirSpecs() {
        PortType type = PortTypeRegistry.getInstance().getPortType(Model.class);

        assertThat(type.getPortObjectSpecClass()).isEqualTo(Spec.class);
        assertThat(type.acceptsPortObjectSpec(new Spec())).isTrue();
        assertThat(PortObject.TYPE.isSuperTypeOf(type)).isTrue();
        assertThat(type.isSuperTypeOf(PortObject.TYPE)).isFalse();
        assertThat(type)
                .isNotEqualTo(PortTypeRegistry.getInstance().getPortType(Model.class, true));
    }

    @Test
    void storesStayInTheRunsFolder() {
        assertThatIOException()
                .isThrownBy(() -> SharedSecrets.stores().open(folder, "../outside"))
                .withMessageStartingWith("illegal file store: ");
        assertThatIOException()
                .isThrownBy(
                        () ->
                                SharedSecrets.stores()
                                        .key(
                                                folder.resolve("other run"),
                                                context.createFileStore("weights")))
                .withMessageContaining("must lie in");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context.createFileStore("../weights"))
                .withMessage("illegal file store name: ../weights, must be one plain file name");
    }

    /** A spec with two settings. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        private String column = "";
        private int width;

        /** To be loaded. */
        public Spec() {}

        Spec(String column, int width) {
            this.column = column;
            this.width = width;
        }

        @Override
        protected void save(ModelContentWO model) {
            model.addString("column", column);
            model.addInt("width", width);
        }

        @Override
        protected void load(ModelContentRO model) throws InvalidSettingsException {
            column = model.getString("column");
            width = model.getInt("width");
        }

        /** Its serializer. */
        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<Spec> {}
    }

    /** An object with a text in its zip and a file in its store. */
    public static final class Model extends FileStorePortObject {
        private final AtomicInteger flushed = new AtomicInteger();
        private final AtomicInteger constructed = new AtomicInteger();
        private final Spec spec;
        private final String note;

        private Model(Spec spec, String note) {
            this.spec = spec;
            this.note = note;
        }

        Model(Spec spec, String note, FileStore store) {
            super(List.of(store));
            this.spec = spec;
            this.note = note;
        }

        Path file() {
            return getFileStore(0).getFile().toPath();
        }

        String weights() throws IOException {
            return Files.readString(file());
        }

        @Override
        protected void flushToFileStore() throws IOException {
            flushed.incrementAndGet();
            Files.writeString(file(), "weights of " + note);
        }

        @Override
        protected void postConstruct() throws IOException {
            constructed.incrementAndGet();
        }

        @Override
        public String getSummary() {
            return "model " + note;
        }

        @Override
        public Spec getSpec() {
            return spec;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }

        /** Its serializer. */
        public static final class Serializer extends PortObjectSerializer<Model> {
            @Override
            public void savePortObject(
                    Model model, PortObjectZipOutputStream out, ExecutionMonitor progress)
                    throws IOException, CanceledExecutionException {
                out.putNextEntry(new ZipEntry("note.txt"));
                out.write(model.note.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }

            @Override
            public Model loadPortObject(
                    PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor progress)
                    throws IOException {
                assertThat(in.getNextEntry().getName()).isEqualTo("note.txt");
                return new Model(
                        (Spec) spec, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** An object without serializer. */
    public static final class Bare implements PortObject {
        @Override
        public String getSummary() {
            return "";
        }

        @Override
        public PortObjectSpec getSpec() {
            return new Spec();
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }
}
