package org.knime.core.data.container;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.executor.bridge.CellSerializers;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** Reads cells that {@link CellOutput} wrote. */
final class CellInput extends ForwardingDataInput implements DataCellDataInput, Closeable {
    private final DataInputStream in;
    private final Path root;
    private final List<DataCellSerializer<DataCell>> classes = new ArrayList<>();

    CellInput(InputStream stream, Path root) {
        this(new DataInputStream(stream), root);
    }

    private CellInput(DataInputStream in, Path root) {
        super(in);
        this.in = in;
        this.root = root;
    }

    @Override
    public String readUTF() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public DataCell readDataCell() throws IOException {
        int tag = in.readInt();
        switch (tag) {
            case CellTags.MISSING -> {
                return DataType.getMissingCell();
            }
            case CellTags.MISSING_WITH_ERROR -> {
                return new MissingCell(readUTF());
            }
            case CellTags.NEW_CLASS -> {
                classes.add(serializer(readUTF()));
                return read(classes.get(classes.size() - 1));
            }
            default -> {
                return read(classes.get(tag - CellTags.KNOWN));
            }
        }
    }

    private DataCell read(DataCellSerializer<DataCell> serializer) throws IOException {
        if (!(serializer instanceof StoredCells)) {
            return serializer.deserialize(this);
        }
        int count = in.readInt();
        List<FileStore> stores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stores.add(SharedSecrets.stores().open(root, readUTF()));
        }
        DataCell cell = serializer.deserialize(this);
        SharedSecrets.cellStores().attach((FileStoreCell) cell, stores);
        return cell;
    }

    private static DataCellSerializer<DataCell> serializer(String name) throws IOException {
        try {
            Class<?> type = Class.forName(name, true, CellInput.class.getClassLoader());
            DataCellSerializer<DataCell> found =
                    CellSerializers.find(type)
                            .orElseThrow(() -> new IOException("no serializer of " + type));
            return FileStoreCell.class.isAssignableFrom(type) ? new StoredCells(found) : found;
        } catch (ClassNotFoundException e) {
            throw new IOException("unknown cell class: " + name, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Marks the serializer of a class whose cells have file stores. */
    private record StoredCells(DataCellSerializer<DataCell> serializer)
            implements DataCellSerializer<DataCell> {
        @Override
        public void serialize(DataCell cell, DataCellDataOutput output) throws IOException {
            serializer.serialize(cell, output);
        }

        @Override
        public DataCell deserialize(DataCellDataInput input) throws IOException {
            return serializer.deserialize(input);
        }
    }
}
