package org.dlpixel.executor.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;

/** Reads a node's settings file. */
final class NodeReader {
    private static final String USED = "used_variable";
    private static final String EXPOSED = "exposed_variable";

    private NodeReader() {}

    static NodeDefinition read(int id, NodeSettings settings, Path file)
            throws InvalidSettingsException {
        NodeSettings model =
                settings.containsKey("model")
                        ? settings.getNodeSettings("model")
                        : new NodeSettings("model");
        return new NodeDefinition(
                id,
                settings.getString("node-name", settings.getString("name", "Node")),
                settings.getString("factory"),
                model,
                bindings(settings),
                addedPorts(settings),
                file);
    }

    private static List<Binding> bindings(NodeSettings settings) throws InvalidSettingsException {
        List<Binding> bindings = new ArrayList<>();
        if (settings.containsKey("variables")) {
            NodeSettings variables = settings.getNodeSettings("variables");
            if (variables.containsKey("tree")) {
                collect(variables.getNodeSettings("tree"), List.of(), bindings);
            }
        }
        return bindings;
    }

    private static void collect(NodeSettings tree, List<String> path, List<Binding> bindings)
            throws InvalidSettingsException {
        for (String key : tree) {
            List<String> inner = new ArrayList<>(path);
            inner.add(key);
            NodeSettings child = tree.getNodeSettings(key);
            if (isLeaf(child)) {
                bindings.add(
                        new Binding(
                                inner,
                                Optional.ofNullable(child.getString(USED)),
                                Optional.ofNullable(child.getString(EXPOSED))));
            } else {
                collect(child, inner, bindings);
            }
        }
    }

    /** Both entries are required; a group of that name would be a subtree. */
    private static boolean isLeaf(NodeSettings tree) {
        return tree.containsKey(USED) && !(tree.getEntry(USED) instanceof ConfigBase);
    }

    private static Map<String, List<String>> addedPorts(NodeSettings settings)
            throws InvalidSettingsException {
        Map<String, List<String>> ports = new LinkedHashMap<>();
        if (settings.containsKey("node_creation_config")) {
            NodeSettings groups = settings.getNodeSettings("node_creation_config");
            for (String group : groups) {
                List<String> added = objectClasses(groups.getNodeSettings(group));
                if (!added.isEmpty()) {
                    ports.put(group, added);
                }
            }
        }
        return ports;
    }

    private static List<String> objectClasses(NodeSettings group) throws InvalidSettingsException {
        List<String> classes = new ArrayList<>();
        for (String port : group) {
            classes.add(group.getNodeSettings(port).getString("object_class"));
        }
        return classes;
    }
}
