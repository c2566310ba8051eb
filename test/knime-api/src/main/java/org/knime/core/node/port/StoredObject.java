package org.knime.core.node.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.StoredPort;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object written by its serializer, with the keys of its file stores. */
final class StoredObject implements StoredPort {
    private static final String TOC = "portObject.file";

    private final Path file;
    private final Path root;
    private final Class<? extends PortObject> type;
    private final SpecBytes spec;
    private final List<String> keys;
    private final String summary;

    private StoredObject(PortObject object, Path file, Path root, List<String> keys)
            throws IOException {
        this.file = file;
        this.root = root;
        this.type = object.getClass();
        this.spec = SpecBytes.of(object.getSpec());
        this.keys = keys;
        this.summary = object.getSummary();
    }

    static StoredObject write(PortObject object, NodeStorage storage)
            throws IOException, CanceledExecutionException {
        List<String> keys = new ArrayList<>();
        if (object instanceof FileStorePortObject stored) {
            SharedSecrets.portStores().flush(stored);
            for (FileStore store : SharedSecrets.portStores().stores(stored)) {
                keys.add(SharedSecrets.stores().key(storage.root(), store));
            }
        }
        Path file = storage.newPort().resolve("portobject.zip");
        save(object, file);
        return new StoredObject(object, file, storage.root(), List.copyOf(keys));
    }

    @SuppressWarnings("unchecked")
    private static <T extends PortObject> void save(T object, Path file)
            throws IOException, CanceledExecutionException {
        Class<T> type = (Class<T>) object.getClass();
        try (PortObjectZipOutputStream out =
                new PortObjectZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(TOC));
            out.closeEntry();
            Serializers.ofObject(type).savePortObject(object, out, new ExecutionMonitor());
        }
    }

    @Override
    public PortObjectSpec spec() {
        try {
            return spec.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public PortObject load() throws IOException, CanceledExecutionException {
        PortObject object = read();
        if (object instanceof FileStorePortObject stored) {
            List<FileStore> stores = new ArrayList<>();
            for (String key : keys) {
                stores.add(SharedSecrets.stores().open(root, key));
            }
            SharedSecrets.portStores().attach(stored, stores);
        }
        return object;
    }

    private PortObject read() throws IOException, CanceledExecutionException {
        try (PortObjectZipInputStream in =
                new PortObjectZipInputStream(Files.newInputStream(file))) {
            in.getNextEntry();
            return Serializers.ofObject(type)
                    .loadPortObject(in, spec.read(), new ExecutionMonitor());
        }
    }
}
