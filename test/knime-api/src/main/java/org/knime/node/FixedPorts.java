package org.knime.node;

import org.knime.core.node.port.PortType;

/** Adds fixed ports as groups of one port that carry the port's name. */
record FixedPorts(RequirePorts.DynamicPortsAdder adder) implements RequirePorts.PortsAdder {
    @Override
    public RequirePorts.PortsAdder addInputPort(String name, String description, PortType type) {
        adder.addInputPortGroup(name, g -> g.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public RequirePorts.PortsAdder addOutputPort(String name, String description, PortType type) {
        adder.addOutputPortGroup(name, g -> g.name(name).description(description).fixed(type));
        return this;
    }
}
