package org.knime.core.data.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.executor.bridge.NodeStorage;
import org.knime.core.util.FileUtil;

/** Storage of containers that no node owns; deleted when the process ends. */
final class PrivateStorage {
    private PrivateStorage() {}

    static NodeStorage create() throws IOException {
        Path root = Files.createTempDirectory("dlpixel-table-");
        Thread deletion =
                new Thread(
                        () -> FileUtil.deleteRecursively(root.toFile()),
                        "delete " + root.getFileName());
        Runtime.getRuntime().addShutdownHook(deletion);
        return new NodeStorage(root, "table");
    }
}
