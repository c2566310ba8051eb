package org.knime.core.data.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.executor.bridge.NodeStorage;

/** Storage of containers that no node owns; deleted when the process ends. */
final class PrivateStorage {
    private PrivateStorage() {}

    static NodeStorage create() throws IOException {
        Path root = Files.createTempDirectory("dlpixel-table-");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> delete(root), "delete " + root.getFileName()));
        return new NodeStorage(root, "table");
    }

    private static void delete(Path root) {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(root)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return;
        }
        try {
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
