package org.dlpixel.nodes.port;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.network.bioimage.PackageDescription;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A pixel model between nodes; the model itself is a bioimage.io package in KNIME's file store. */
public final class UNetModelPortObject extends FileStorePortObject {

    /** The port's type; colour and name are registered in plugin.xml. */
    public static final PortType TYPE =
            PortTypeRegistry.getInstance().getPortType(UNetModelPortObject.class);

    private static final String SUMMARY_ENTRY = "summary.txt";
    private static final String STORE = "model";
    private static final int MAX_SUMMARY_BYTES = 1 << 16;

    /** Saves and loads the port object; the model's file travels with the file store. */
    public static final class Serializer extends PortObjectSerializer<UNetModelPortObject> {

        @Override
        public void savePortObject(
                UNetModelPortObject object, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException {
            out.putNextEntry(new ZipEntry(SUMMARY_ENTRY));
            out.write(object.summary.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public UNetModelPortObject loadPortObject(
                PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException {
            ZipEntry entry = in.getNextEntry();
            if (entry == null || !SUMMARY_ENTRY.equals(entry.getName())) {
                throw new IOException("The saved U-Net model has no " + SUMMARY_ENTRY + ".");
            }
            byte[] text = in.readNBytes(MAX_SUMMARY_BYTES);
            return new UNetModelPortObject(
                    (UNetModelSpec) spec, new String(text, StandardCharsets.UTF_8));
        }
    }

    private final UNetModelSpec spec;
    private final String summary;

    private UNetModelPortObject(UNetModelSpec spec, String summary) {
        this.spec = spec;
        this.summary = summary;
    }

    private UNetModelPortObject(UNetModelSpec spec, String summary, FileStore store) {
        super(List.of(store));
        this.spec = spec;
        this.summary = summary;
    }

    /** Writes a model into the file store of the node that is being executed. */
    public static UNetModelPortObject create(
            PixelModel model, UNetModelSpec spec, ExecutionContext exec) throws IOException {
        FileStore store = exec.createFileStore(STORE);
        BioimageModel.write(model, PackageDescription.undescribed(), store.getFile().toPath());
        return new UNetModelPortObject(spec, summary(model.metadata()), store);
    }

    /**
     * Copies a package, unchanged, into the file store of the node that is being executed.
     *
     * @param info of the model in it
     */
    public static UNetModelPortObject create(Path file, ModelInfo info, ExecutionContext exec)
            throws IOException {
        FileStore store = exec.createFileStore(STORE);
        copy(file, store.getFile().toPath());
        return new UNetModelPortObject(UNetModelSpec.of(info), summary(info), store);
    }

    private static void copy(Path from, Path to) {
        AtomicFile.write(to, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
    }

    private static String summary(ModelInfo info) {
        String depth = info instanceof ModelMetadata own ? ", depth " + own.network().depth() : "";
        return info.title() + depth + ", " + String.join(", ", info.classes().names());
    }

    /**
     * Reads the U-Net, to go on training or to write it; it is not kept in memory.
     *
     * @throws Unreadable if another program made the model: it can only segment
     */
    public PixelModel model() {
        return BioimageModel.read(file());
    }

    /** Reads the model, to segment with it; it is not kept in memory. */
    public SliceModel sliceModel() {
        return BioimageModel.readAny(file());
    }

    /** What is known of the model without its weights. */
    public ModelInfo info() {
        return BioimageModel.readInfo(file());
    }

    /** SHA-256 of the model's package, hexadecimal: differs whenever the model does. */
    public String hash() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(
                        Files.newInputStream(file()), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Copies the model's package, unchanged. It appears only when it is complete. */
    public void copyTo(Path target) {
        copy(file(), target);
    }

    private Path file() {
        return getFileStore(0).getFile().toPath();
    }

    @Override
    public String getSummary() {
        return summary;
    }

    @Override
    public UNetModelSpec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
