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

    private final Path path;

    private FileStore(Path path) {
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

    private static final class Stores implements StoreAccess {
        @Override
        public FileStore create(NodeStorage storage, String name) throws IOException {
            return new FileStore(storage.newStore(name));
        }

        @Override
        public String key(Path root, FileStore store) throws IOException {
            check(root, store.path);
            return root.relativize(store.path).toString().replace(File.separatorChar, '/');
        }

        @Override
        public FileStore open(Path root, String key) throws IOException {
            Path path = root.resolve(key).normalize();
            check(root, path);
            return new FileStore(path);
        }

        private static void check(Path root, Path path) throws IOException {
            if (!path.startsWith(root) || path.equals(root)) {
                throw new IOException("illegal file store: " + path + ", must lie in " + root);
            }
        }
    }
}
