package org.knime.core.data.container;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.executor.bridge.CellSerializers;
import org.dlpixel.executor.bridge.CellStoreAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.MissingCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** Writes cells by the serializers of their classes; file stores by their keys. */
final class CellOutput extends ForwardingDataOutput implements DataCellDataOutput, Closeable {
    private final DataOutputStream out;
    private final Path root;
    private final Map<Class<?>, Integer> classes = new HashMap<>();

    CellOutput(OutputStream stream, Path root) {
        this(new DataOutputStream(stream), root);
    }

    private CellOutput(DataOutputStream out, Path root) {
        super(out);
        this.out = out;
        this.root = root;
    }

    @Override
    public void writeUTF(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void writeDataCell(DataCell cell) throws IOException {
        if (cell instanceof MissingCell missing) {
            writeMissing(missing.getError());
            return;
        }
        writeClass(cell.getClass());
        if (cell instanceof FileStoreCell stored) {
            writeStores(stored);
        }
        CellSerializers.find(cell.getClass())
                .orElseThrow(() -> new IOException("no serializer of " + cell.getClass()))
                .serialize(cell, this);
    }

    private void writeMissing(String error) throws IOException {
        if (error == null) {
            out.writeInt(CellTags.MISSING);
        } else {
            out.writeInt(CellTags.MISSING_WITH_ERROR);
            writeUTF(error);
        }
    }

    private void writeClass(Class<?> type) throws IOException {
        Integer known = classes.putIfAbsent(type, classes.size());
        if (known == null) {
            out.writeInt(CellTags.NEW_CLASS);
            writeUTF(type.getName());
        } else {
            out.writeInt(CellTags.KNOWN + known);
        }
    }

    private void writeStores(FileStoreCell cell) throws IOException {
        CellStoreAccess access = SharedSecrets.cellStores();
        access.flush(cell);
        List<FileStore> stores = access.stores(cell);
        out.writeInt(stores.size());
        for (FileStore store : stores) {
            writeUTF(SharedSecrets.stores().key(root, store));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
