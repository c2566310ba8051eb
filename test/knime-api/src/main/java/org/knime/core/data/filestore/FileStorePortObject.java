package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;
import org.dlpixel.executor.bridge.PortStoreAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.node.port.PortObject;

/** A port object whose content lies in files. */
public abstract class FileStorePortObject implements PortObject {
    static {
        SharedSecrets.register(PortStoreAccess.class, new Access());
    }

    private List<FileStore> stores;

    /** An object with these stores. */
    protected FileStorePortObject(List<FileStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /** An object being read: gets its stores afterwards. */
    protected FileStorePortObject() {
        this(List.of());
    }

    /** The store at an index. */
    protected FileStore getFileStore(int index) {
        return stores.get(index);
    }

    /** Number of stores. */
    protected int getFileStoreCount() {
        return stores.size();
    }

    /** Called when the object was read and has its stores. */
    protected void postConstruct() throws IOException {}

    /** Called once after execute: what is still in memory goes to the stores. */
    protected void flushToFileStore() throws IOException {}

    @Override
    public boolean equals(Object other) {
        return other instanceof FileStorePortObject that
                && getClass() == that.getClass()
                && paths().equals(that.paths());
    }

    @Override
    public int hashCode() {
        return paths().hashCode();
    }

    @Override
    public String toString() {
        return getSummary();
    }

    private List<?> paths() {
        return stores.stream().map(FileStore::getFile).toList();
    }

    private static final class Access implements PortStoreAccess {
        @Override
        public List<FileStore> stores(FileStorePortObject object) {
            return object.stores;
        }

        @Override
        public void flush(FileStorePortObject object) throws IOException {
            object.flushToFileStore();
        }

        @Override
        public void attach(FileStorePortObject object, List<FileStore> stores) throws IOException {
            object.stores = List.copyOf(stores);
            object.postConstruct();
        }
    }
}
