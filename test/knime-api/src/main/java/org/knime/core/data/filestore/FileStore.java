package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.StoreAccess;

/** A file or folder that belongs to a cell or a port object. */
public final class FileStore {
    static {
        SharedSecrets.register(StoreAccess.class, new Stores());
    }

    private final Path root;
    private final Path path;

    private FileStore(Path root, Path path) {
        this.root = root;
        this.path = path;
    }

    /** The file or folder; does not exist until its owner makes it. */
    public File getFile() {
        return path.toFile();
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    private String key() {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }

    private static final class Stores implements StoreAccess {
        @Override
        public FileStore create(NodeStorage storage, String name) throws IOException {
            return new FileStore(storage.root(), storage.newStore(name));
        }

        @Override
        public String key(FileStore store) {
            return store.key();
        }

        @Override
        public FileStore open(Path root, String key) throws IOException {
            Path path = root.resolve(key).normalize();
            if (!path.startsWith(root) || path.equals(root)) {
                throw new IOException("illegal file store: " + key + ", must lie in " + root);
            }
            return new FileStore(root, path);
        }
    }
}
