package org.dlpixel.executor.bridge;

import java.io.IOException;
import java.util.List;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;

/** File stores of port objects. */
public interface PortStoreAccess {
    /** The object's stores. */
    List<FileStore> stores(FileStorePortObject object);

    /** Lets the object write what it still holds in memory. */
    void flush(FileStorePortObject object) throws IOException;

    /** Gives an object just read its stores and lets it finish. */
    void attach(FileStorePortObject object, List<FileStore> stores) throws IOException;
}
