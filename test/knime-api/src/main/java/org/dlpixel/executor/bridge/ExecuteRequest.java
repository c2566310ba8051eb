package org.dlpixel.executor.bridge;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.NodeParameters;

/**
 * Input of execute.
 *
 * @param ports the node's ports
 * @param objects one port object per input port
 * @param parameters the parameters, empty for a node without
 * @param context the context, made by {@link ContextAccess}
 */
public record ExecuteRequest(
        PortsConfiguration ports,
        List<PortObject> objects,
        Optional<NodeParameters> parameters,
        ExecutionContext context) {
    public ExecuteRequest {
        objects = List.copyOf(objects);
        int expected = ports.getInputPorts().length;
        if (objects.size() != expected) {
            throw new IllegalArgumentException(
                    "illegal number of input objects: " + objects.size() + ", must be " + expected);
        }
    }
}
