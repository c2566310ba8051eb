package org.dlpixel.workflows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dlpixel.executor.run.Cancellation;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;

/** A workflow made by a test, written in KNIME's format; settings not given have their defaults. */
final class Flow {

    private final NodeSettings workflow = new NodeSettings("workflow.knime");
    private final NodeSettings nodes;
    private final NodeSettings connections;
    private final Map<Integer, NodeSettings> settings = new TreeMap<>();

    Flow() {
        workflow.addString("version", "5.1.0");
        nodes = (NodeSettings) workflow.addNodeSettings("nodes");
        connections = (NodeSettings) workflow.addNodeSettings("connections");
    }

    Flow node(int id, Class<? extends DefaultNodeFactory> factory, Map<String, ?> model) {
        NodeSettings entry = (NodeSettings) nodes.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", "Node (#" + id + ")/settings.xml");
        entry.addBoolean("node_is_meta", false);
        entry.addString("node_type", "NativeNode");
        NodeSettings own = new NodeSettings("settings.xml");
        own.addString("factory", factory.getName());
        own.addString("node-name", factory.getSimpleName().replace("NodeFactory", ""));
        NodeSettings stored = (NodeSettings) own.addNodeSettings("model");
        model.forEach((key, value) -> add(stored, key, value));
        settings.put(id, own);
        return this;
    }

    /** Adds optional ports to a node: port group to port object class. */
    Flow ports(int id, Map<String, Class<?>> added) {
        NodeSettings groups =
                (NodeSettings) settings.get(id).addNodeSettings("node_creation_config");
        added.forEach(
                (group, type) ->
                        ((NodeSettings) groups.addNodeSettings(group))
                                .addNodeSettings("port_0")
                                .addString("object_class", type.getName()));
        return this;
    }

    /** Connects output port and input port, both counted from 1. */
    Flow connect(int source, int sourcePort, int dest, int destPort) {
        NodeSettings entry =
                (NodeSettings)
                        connections.addNodeSettings(
                                "connection_" + source + sourcePort + dest + destPort);
        entry.addInt("sourceID", source);
        entry.addInt("sourcePort", sourcePort);
        entry.addInt("destID", dest);
        entry.addInt("destPort", destPort);
        return this;
    }

    Run run(Path folder) {
        return run(folder, new Cancellation());
    }

    Run run(Path folder, Cancellation cancellation) {
        try {
            write(workflow, folder.resolve("workflow.knime"));
            for (Map.Entry<Integer, NodeSettings> own : settings.entrySet()) {
                Path node = folder.resolve("Node (#" + own.getKey() + ")");
                write(own.getValue(), node.resolve("settings.xml"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Run.of(folder, List.of(), cancellation);
    }

    private static void write(NodeSettings settings, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private static void add(NodeSettings settings, String key, Object value) {
        if (value instanceof Map<?, ?> group) {
            NodeSettings own = (NodeSettings) settings.addNodeSettings(key);
            group.forEach((name, entry) -> add(own, name.toString(), entry));
        } else if (value instanceof Integer number) {
            settings.addInt(key, number);
        } else if (value instanceof Double number) {
            settings.addDouble(key, number);
        } else if (value instanceof Boolean truth) {
            settings.addBoolean(key, truth);
        } else {
            settings.addString(key, value.toString());
        }
    }
}
