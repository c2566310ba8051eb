package org.dlpixel.executor.bridge;

import java.io.IOException;
import java.util.List;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** File stores of cells. */
public interface CellStoreAccess {
    /** The cell's stores. */
    List<FileStore> stores(FileStoreCell cell);

    /** Lets the cell write what it still holds in memory. */
    void flush(FileStoreCell cell) throws IOException;

    /** Gives a cell just read its stores and lets it finish. */
    void attach(FileStoreCell cell, List<FileStore> stores) throws IOException;
}
