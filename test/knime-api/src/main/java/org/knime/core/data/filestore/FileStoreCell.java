package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;
import org.dlpixel.executor.bridge.CellStoreAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataCell;

/** A cell whose content lies in files. */
@SuppressWarnings("serial")
public abstract class FileStoreCell extends DataCell {
    static {
        SharedSecrets.register(CellStoreAccess.class, new Access());
    }

    private static final long serialVersionUID = 1L;

    private List<FileStore> stores;

    /** A cell with one store. */
    protected FileStoreCell(FileStore store) {
        stores = List.of(store);
    }

    /** A cell with several stores. */
    protected FileStoreCell(FileStore[] stores) {
        this.stores = List.of(stores);
    }

    /** A cell being read: gets its stores afterwards. */
    protected FileStoreCell() {
        stores = List.of();
    }

    /** The stores. */
    protected FileStore[] getFileStores() {
        return stores.toArray(FileStore[]::new);
    }

    /** Called when the cell was read and has its stores. */
    protected void postConstruct() throws IOException {}

    /** Called before the cell is written: what is still in memory goes to the stores. */
    protected void flushToFileStore() throws IOException {}

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return paths().equals(((FileStoreCell) other).paths());
    }

    @Override
    public int hashCode() {
        return paths().hashCode();
    }

    @Override
    public String toString() {
        return stores.toString();
    }

    private List<?> paths() {
        return stores.stream().map(FileStore::getFile).toList();
    }

    private static final class Access implements CellStoreAccess {
        @Override
        public List<FileStore> stores(FileStoreCell cell) {
            return cell.stores;
        }

        @Override
        public void flush(FileStoreCell cell) throws IOException {
            cell.flushToFileStore();
        }

        @Override
        public void attach(FileStoreCell cell, List<FileStore> stores) throws IOException {
            cell.stores = List.copyOf(stores);
            cell.postConstruct();
        }
    }
}
