package org.dlpixel.executor.workflow;

import java.nio.file.Path;
import java.util.List;

/**
 * A workflow as it was saved.
 *
 * @param folder its folder
 * @param variables its variables with their defaults
 * @param nodes its nodes by ascending id
 * @param connections its connections
 */
public record WorkflowDefinition(
        Path folder,
        List<FlowVariable> variables,
        List<NodeDefinition> nodes,
        List<Connection> connections) {
    public WorkflowDefinition {
        variables = List.copyOf(variables);
        nodes = List.copyOf(nodes);
        connections = List.copyOf(connections);
    }
}
