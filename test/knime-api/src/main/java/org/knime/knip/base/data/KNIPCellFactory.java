package org.knime.knip.base.data;

import java.io.IOException;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.ExecutionContext;

/** Makes cells whose content lies in file stores; for one thread. */
public abstract class KNIPCellFactory implements DataCellFactory {
    private final FileStoreFactory stores;

    /** Cells of a node. */
    public KNIPCellFactory(ExecutionContext exec) {
        this(FileStoreFactory.createFileStoreFactory(exec));
    }

    /** Cells with stores of this factory. */
    public KNIPCellFactory(FileStoreFactory stores) {
        this.stores = stores;
    }

    /**
     * A store for a cell.
     *
     * @param bytes about how large it gets
     */
    protected FileStore getFileStore(double bytes) throws IOException {
        return stores.createFileStore("image");
    }
}
