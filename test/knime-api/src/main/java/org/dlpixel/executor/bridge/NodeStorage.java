package org.dlpixel.executor.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder of one node below the temporary folder of one run: {@code tables/}, {@code stores/}
 * and {@code ports/}. Keys of file stores are paths relative to the run's folder, so that a later
 * node finds the stores of an earlier one. Whoever created the run's folder deletes it.
 */
public final class NodeStorage {
    private final Path root;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Storage of one node.
     *
     * @param root the run's temporary folder
     * @param node a name that no other node of the run has and that is a legal file name
     */
    public NodeStorage(Path root, String node) {
        this.root = root.toAbsolutePath().normalize();
        this.folder = this.root.resolve(node).normalize();
        if (!this.root.equals(folder.getParent())) {
            throw new IllegalArgumentException(
                    "illegal node folder: " + node + ", must be one plain file name");
        }
    }

    /** The run's folder. */
    public Path root() {
        return root;
    }

    /** A path for a table; does not exist yet, its folder does. */
    public Path newTable() throws IOException {
        return folder("tables").resolve("table-" + count.getAndIncrement() + ".bin");
    }

    /** A path for a file store of this name (file or folder); does not exist yet. */
    public Path newStore(String name) throws IOException {
        Path parent = folder("stores/" + count.getAndIncrement());
        Path store = parent.resolve(name).normalize();
        if (!parent.equals(store.getParent())) {
            throw new IllegalArgumentException(
                    "illegal file store name: " + name + ", must be one plain file name");
        }
        return store;
    }

    /** A new, empty folder for a port object. */
    public Path newPort() throws IOException {
        return folder("ports/" + count.getAndIncrement());
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
