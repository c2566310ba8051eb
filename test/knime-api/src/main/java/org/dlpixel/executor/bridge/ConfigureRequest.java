package org.dlpixel.executor.bridge;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/**
 * Input of configure.
 *
 * @param ports the node's ports
 * @param specs one spec per input port; the embedded executor never passes null, like KNIME
 * @param parameters the parameters, empty for a node without
 */
public record ConfigureRequest(
        PortsConfiguration ports, List<PortObjectSpec> specs, Optional<NodeParameters> parameters) {
    public ConfigureRequest {
        specs = List.copyOf(specs);
        int expected = ports.getInputPorts().length;
        if (specs.size() != expected) {
            throw new IllegalArgumentException(
                    "illegal number of input specs: " + specs.size() + ", must be " + expected);
        }
    }
}
