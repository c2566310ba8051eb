package org.dlpixel.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.knime.core.node.NodeSettings;

/** Writes small workflows in KNIME's format. */
final class WorkflowWriter {
    private final NodeSettings workflow = new NodeSettings("workflow.knime");
    private final NodeSettings nodes;
    private final NodeSettings connections;
    private final NodeSettings variables;
    private final Map<Integer, NodeSettings> settings = new TreeMap<>();
    private int connectionCount;
    private int variableCount;

    WorkflowWriter() {
        workflow.addString("version", "5.1.0");
        variables = (NodeSettings) workflow.addNodeSettings("workflow_variables");
        nodes = (NodeSettings) workflow.addNodeSettings("nodes");
        connections = (NodeSettings) workflow.addNodeSettings("connections");
    }

    WorkflowWriter node(int id, Class<?> factory, Consumer<NodeSettings> model) {
        return node(id, factory.getName(), model);
    }

    WorkflowWriter node(int id, String factory, Consumer<NodeSettings> model) {
        NodeSettings stored = (NodeSettings) nodes.addNodeSettings("node_" + id);
        stored.addInt("id", id);
        stored.addString("node_settings_file", "Node (#" + id + ")/settings.xml");
        stored.addBoolean("node_is_meta", false);
        stored.addString("node_type", "NativeNode");
        var own = new NodeSettings("settings.xml");
        model.accept((NodeSettings) own.addNodeSettings("model"));
        own.addString("factory", factory);
        own.addString("node-name", "Node");
        settings.put(id, own);
        return this;
    }

    WorkflowWriter connect(int source, int sourcePort, int dest, int destPort) {
        NodeSettings stored =
                (NodeSettings) connections.addNodeSettings("connection_" + connectionCount++);
        stored.addInt("sourceID", source);
        stored.addInt("destID", dest);
        stored.addInt("sourcePort", sourcePort);
        stored.addInt("destPort", destPort);
        return this;
    }

    WorkflowWriter stringVariable(String name, String value) {
        variable(name, "STRING").addString("value", value);
        return this;
    }

    WorkflowWriter intVariable(String name, int value) {
        variable(name, "INTEGER").addInt("value", value);
        return this;
    }

    private NodeSettings variable(String name, String type) {
        NodeSettings stored = (NodeSettings) variables.addNodeSettings("Var_" + variableCount++);
        stored.addString("name", name);
        stored.addString("class", type);
        return stored;
    }

    /** Binds a top-level setting; null stands for no variable. */
    WorkflowWriter bind(int node, String setting, String used, String exposed) {
        NodeSettings own = settings.get(node);
        NodeSettings all = child(own, "variables");
        all.addString("version", "V_2019_09_13");
        NodeSettings leaf = (NodeSettings) child(all, "tree").addNodeSettings(setting);
        leaf.addString("used_variable", used);
        leaf.addString("exposed_variable", exposed);
        return this;
    }

    private static NodeSettings child(NodeSettings parent, String key) {
        return parent.getEntry(key) instanceof NodeSettings existing
                ? existing
                : (NodeSettings) parent.addNodeSettings(key);
    }

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        workflow.saveToXML(Files.newOutputStream(folder.resolve("workflow.knime")));
        for (var entry : settings.entrySet()) {
            Path own = Files.createDirectories(folder.resolve("Node (#" + entry.getKey() + ")"));
            entry.getValue().saveToXML(Files.newOutputStream(own.resolve("settings.xml")));
        }
        return folder;
    }
}
