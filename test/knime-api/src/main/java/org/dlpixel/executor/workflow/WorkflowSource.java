package org.dlpixel.executor.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks workflow archives (.knwf): zip files with one root folder. */
public final class WorkflowSource {
    private WorkflowSource() {}

    /**
     * Unpacks an archive.
     *
     * @param archive the .knwf file
     * @param target an empty folder
     * @return the workflow's folder below the target
     * @throws LoadException if it holds no workflow or leaves the target
     */
    public static Path unpack(Path archive, Path target) throws IOException, LoadException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(zip, entry, target);
            }
        }
        return findWorkflow(archive, target);
    }

    private static void unpack(ZipInputStream zip, ZipEntry entry, Path target)
            throws IOException, LoadException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new LoadException("illegal entry of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(zip, path);
        }
    }

    private static Path findWorkflow(Path archive, Path target) throws IOException, LoadException {
        try (Stream<Path> children = Files.list(target)) {
            List<Path> workflows =
                    Stream.concat(Stream.of(target), children)
                            .filter(
                                    child ->
                                            Files.isRegularFile(child.resolve(WorkflowReader.FILE)))
                            .toList();
            if (workflows.size() != 1) {
                throw new LoadException(
                        "illegal archive: " + archive + ", must hold exactly one workflow");
            }
            return workflows.get(0);
        }
    }
}
