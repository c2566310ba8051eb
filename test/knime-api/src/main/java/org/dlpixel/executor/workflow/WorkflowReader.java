package org.dlpixel.executor.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Reads a workflow's folder. */
public final class WorkflowReader {
    /** The file that makes a folder a workflow. */
    public static final String FILE = "workflow.knime";

    private final Path folder;

    private WorkflowReader(Path folder) {
        this.folder = folder;
    }

    /** Reads the workflow, its nodes and their settings. */
    public static WorkflowDefinition read(Path folder) throws LoadException {
        return new WorkflowReader(folder).read();
    }

    private WorkflowDefinition read() throws LoadException {
        Path file = folder.resolve(FILE);
        NodeSettings root = readFile(file);
        try {
            checkVersion(root.getString("version", ""));
            return new WorkflowDefinition(folder, variables(root), nodes(root), connections(root));
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            throw new LoadException(file + ": " + e.getMessage(), e);
        }
    }

    private static void checkVersion(String version) throws LoadException {
        if (!version.startsWith("5.")) {
            throw new LoadException(
                    "illegal workflow version: '" + version + "', must start with 5.");
        }
    }

    private static NodeSettings readFile(Path file) throws LoadException {
        if (!Files.isRegularFile(file)) {
            throw new LoadException("no such file: " + file);
        }
        try {
            return (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
        } catch (IOException e) {
            throw new LoadException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<FlowVariable> variables(NodeSettings root) throws InvalidSettingsException {
        List<FlowVariable> variables = new ArrayList<>();
        for (NodeSettings stored : children(root, "workflow_variables")) {
            variables.add(variable(stored));
        }
        return variables;
    }

    private static FlowVariable variable(NodeSettings stored) throws InvalidSettingsException {
        String name = stored.getString("name");
        return switch (stored.getString("class")) {
            case "STRING" -> string(name, stored.getString("value"));
            case "INTEGER" ->
                    new FlowVariable(name, FlowVariable.Type.INTEGER, stored.getInt("value"));
            case "DOUBLE" ->
                    new FlowVariable(name, FlowVariable.Type.DOUBLE, stored.getDouble("value"));
            case "BOOLEAN" ->
                    new FlowVariable(name, FlowVariable.Type.BOOLEAN, stored.getBoolean("value"));
            case "LONG" -> new FlowVariable(name, FlowVariable.Type.LONG, stored.getLong("value"));
            default -> new FlowVariable(name, FlowVariable.Type.OTHER, "");
        };
    }

    private static FlowVariable string(String name, String value) {
        return new FlowVariable(name, FlowVariable.Type.STRING, value == null ? "" : value);
    }

    private List<NodeDefinition> nodes(NodeSettings root)
            throws InvalidSettingsException, LoadException {
        List<NodeDefinition> nodes = new ArrayList<>();
        for (NodeSettings stored : children(root, "nodes")) {
            nodes.add(node(stored));
        }
        nodes.sort(Comparator.comparingInt(NodeDefinition::id));
        return nodes;
    }

    private NodeDefinition node(NodeSettings stored)
            throws InvalidSettingsException, LoadException {
        int id = stored.getInt("id");
        if (stored.getBoolean("node_is_meta", false)
                || !"NativeNode".equals(stored.getString("node_type", "NativeNode"))) {
            throw new LoadException(
                    "illegal type of node #"
                            + id
                            + ": "
                            + stored.getString("node_type", "MetaNode")
                            + ", must be NativeNode");
        }
        Path file = folder.resolve(stored.getString("node_settings_file")).normalize();
        if (!file.startsWith(folder)) {
            throw new LoadException("node #" + id + " lies outside of the workflow: " + file);
        }
        NodeSettings settings = readFile(file);
        try {
            return NodeReader.read(id, settings, file);
        } catch (InvalidSettingsException e) {
            throw new LoadException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Connection> connections(NodeSettings root) throws InvalidSettingsException {
        List<Connection> connections = new ArrayList<>();
        for (NodeSettings stored : children(root, "connections")) {
            connections.add(
                    new Connection(
                            stored.getInt("sourceID"),
                            stored.getInt("sourcePort"),
                            stored.getInt("destID"),
                            stored.getInt("destPort")));
        }
        return connections;
    }

    private static List<NodeSettings> children(NodeSettings root, String key)
            throws InvalidSettingsException {
        List<NodeSettings> children = new ArrayList<>();
        if (root.containsKey(key)) {
            NodeSettings parent = root.getNodeSettings(key);
            for (String child : parent) {
                children.add(parent.getNodeSettings(child));
            }
        }
        return children;
    }
}
