package org.dlpixel.executor.bridge;

import java.util.List;
import java.util.Map;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNodeFactory;

/** What a {@link DefaultNodeFactory} says of its node, and the two calls that make it work. */
public interface NodeAccess {
    /** Name, texts, ports and parameters class as the fluent definition gives them. */
    NodeInfo describe(DefaultNodeFactory factory);

    /**
     * The node's ports.
     *
     * @param added port types added to optional and extendable groups, by group id; an absent group
     *     has its default ports; empty for a node with fixed ports only
     * @throws InvalidSettingsException if a group is unknown, cannot be changed, or does not
     *     support a type
     */
    PortsConfiguration ports(DefaultNodeFactory factory, Map<String, List<PortType>> added)
            throws InvalidSettingsException;

    /**
     * Calls the node's configure (for a column rearranger: creates its output spec).
     *
     * @throws InvalidSettingsException as thrown by the node
     * @throws RuntimeException as thrown by the node
     */
    ConfigureResult configure(DefaultNodeFactory factory, ConfigureRequest request)
            throws InvalidSettingsException;

    /**
     * Calls the node's execute, on the calling thread.
     *
     * @throws CanceledExecutionException as thrown by the node
     * @throws KNIMEException as thrown by the node
     * @throws InvalidSettingsException only by a column rearranger
     * @throws RuntimeException as thrown by the node
     */
    ExecuteResult execute(DefaultNodeFactory factory, ExecuteRequest request)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException;
}
