package org.dlpixel.executor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dlpixel.executor.run.Folders;
import org.dlpixel.executor.workflow.NodeDefinition;
import org.dlpixel.executor.workflow.NodeOption;
import org.dlpixel.executor.workflow.WorkflowDefinition;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Writes a copy of a workflow with the settings of the command line; results are not saved. */
final class WorkflowCopy {
    private WorkflowCopy() {}

    /** Writes the copies that were asked for, each complete or not at all. */
    static void write(BatchOptions options, WorkflowDefinition workflow) throws IOException {
        if (!options.save()) {
            return;
        }
        for (Path dest : options.destFolder().stream().toList()) {
            Path temp = copy(workflow, options.options(), dest);
            Files.move(temp, dest, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path dest : options.destFile().stream().toList()) {
            zip(workflow, options.options(), dest);
        }
    }

    private static Path copy(WorkflowDefinition workflow, List<NodeOption> options, Path dest)
            throws IOException {
        Path parent = Files.createDirectories(dest.getParent());
        Path temp = Files.createTempDirectory(parent, dest.getFileName() + ".tmp");
        try (Stream<Path> files = Files.walk(workflow.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = temp.resolve(workflow.folder().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        for (NodeDefinition node : workflow.nodes()) {
            List<NodeOption> own = options.stream().filter(o -> o.node() == node.id()).toList();
            if (!own.isEmpty()) {
                change(temp.resolve(workflow.folder().relativize(node.file()).toString()), own);
            }
        }
        return temp;
    }

    private static void change(Path file, List<NodeOption> options) throws IOException {
        var settings = (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
        try {
            for (NodeOption option : options) {
                option.apply(settings.getNodeSettings("model"));
            }
        } catch (InvalidSettingsException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        settings.saveToXML(Files.newOutputStream(file));
    }

    private static void zip(WorkflowDefinition workflow, List<NodeOption> options, Path dest)
            throws IOException {
        Path folder = copy(workflow, options, dest);
        Path temp = folder.resolveSibling(folder.getFileName() + ".zip");
        String root = workflow.folder().getFileName().toString();
        try (OutputStream out = Files.newOutputStream(temp);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(root + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        } finally {
            Folders.delete(folder);
        }
        Files.move(temp, dest, StandardCopyOption.ATOMIC_MOVE);
    }
}
