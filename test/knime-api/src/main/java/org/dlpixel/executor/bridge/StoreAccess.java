package org.dlpixel.executor.bridge;

import java.io.IOException;
import java.nio.file.Path;
import org.knime.core.data.filestore.FileStore;

/** File stores and their keys. */
public interface StoreAccess {
    /** A new store of this name. */
    FileStore create(NodeStorage storage, String name) throws IOException;

    /**
     * The key: the store's path relative to the run's folder, with forward slashes.
     *
     * @throws IOException if the store lies elsewhere
     */
    String key(Path root, FileStore store) throws IOException;

    /**
     * Finds a store again.
     *
     * @throws IOException if the key leaves the run's folder
     */
    FileStore open(Path root, String key) throws IOException;
}
