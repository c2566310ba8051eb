package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
import org.knime.core.node.port.PortType;

/** The ports that one node has, by group. */
public interface PortsConfiguration {
    /** Types of all inputs. */
    PortType[] getInputPorts();

    /** Types of all outputs. */
    PortType[] getOutputPorts();

    /** Indices of the inputs of each group that defines inputs. */
    Map<String, int[]> getInputPortLocation();

    /** Indices of the outputs of each group that defines outputs. */
    Map<String, int[]> getOutputPortLocation();

    /** All groups, in order. */
    List<String> getPortGroupNames();
}
