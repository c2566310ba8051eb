package org.dlpixel.executor.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes an empty table and shows which nodes have results on disk. */
public final class LookFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Look")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addOutputTable("out", "d"))
                    .model(
                            m ->
                                    m.withoutParameters()
                                            .configure((i, o) -> o.setOutSpecs(new DataTableSpec()))
                                            .execute(
                                                    (i, o) -> {
                                                        ExecutionContext exec =
                                                                i.getExecutionContext();
                                                        Trace.add("look " + look(exec));
                                                        var rows =
                                                                exec.createDataContainer(
                                                                        new DataTableSpec());
                                                        rows.close();
                                                        o.setOutData(rows.getTable());
                                                    }))
                    .nodeType(NodeFactory.NodeType.Source);

    public LookFactory() {
        super(NODE);
    }

    private static String look(ExecutionContext exec) throws KNIMEException {
        try {
            Path folder = exec.createFileStore("look").getFile().toPath();
            while (!folder.getFileName().toString().startsWith("node-")) {
                folder = folder.getParent();
            }
            try (Stream<Path> nodes = Files.list(folder.getParent())) {
                return nodes.map(node -> node.getFileName().toString())
                        .sorted()
                        .toList()
                        .toString();
            }
        } catch (IOException e) {
            throw new KNIMEException("cannot look", e);
        }
    }
}
