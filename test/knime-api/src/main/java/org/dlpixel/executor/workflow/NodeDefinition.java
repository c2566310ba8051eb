package org.dlpixel.executor.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knime.core.node.NodeSettings;

/**
 * A node as it was saved.
 *
 * @param id number of the node within its workflow
 * @param name name of the node
 * @param factory class name of its factory
 * @param model its settings; copied before they are changed
 * @param bindings settings bound to variables
 * @param addedPorts class names of the port objects of added ports, by port group
 * @param file its settings file
 */
public record NodeDefinition(
        int id,
        String name,
        String factory,
        NodeSettings model,
        List<Binding> bindings,
        Map<String, List<String>> addedPorts,
        Path file) {
    public NodeDefinition {
        bindings = List.copyOf(bindings);
        addedPorts = Map.copyOf(addedPorts);
    }

    /** Name and id, for messages. */
    public String label() {
        return name + " (#" + id + ")";
    }

    /** A copy of the settings that may be changed. */
    public NodeSettings modelCopy() {
        var copy = new NodeSettings(model.getKey());
        model.copyTo(copy);
        return copy;
    }
}
