package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** Asks for the ports. */
public interface RequirePorts {
    /** Ports of which some may be added or removed by the user. */
    DefaultNode.RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Ports as they are; the name of a port is its group's id, so all names must differ. */
    default DefaultNode.RequireModel ports(Consumer<PortsAdder> ports) {
        return dynamicPorts(adder -> ports.accept(new FixedPorts(adder)));
    }

    /** Adds ports. */
    interface PortsAdder {
        /** Adds an input port. */
        PortsAdder addInputPort(String name, String description, PortType type);

        /** Adds an output port. */
        PortsAdder addOutputPort(String name, String description, PortType type);

        /** Adds an input port for tables. */
        default PortsAdder addInputTable(String name, String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /** Adds an output port for tables. */
        default PortsAdder addOutputTable(String name, String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds port groups. */
    interface DynamicPortsAdder {
        /** Adds a group of input ports. */
        DynamicPortsAdder addInputPortGroup(
                String id, Function<RequirePortName, ConfigurablePort> group);

        /** Adds a group of output ports. */
        DynamicPortsAdder addOutputPortGroup(
                String id, Function<RequirePortName, ConfigurablePort> group);

        /** Adds a group whose ports are both inputs and outputs. */
        DynamicPortsAdder addInputAndOutputPortGroup(
                String id, Function<RequireInputPortName, ConfigurablePort> group);
    }

    /** Asks for a port's name. */
    interface RequirePortName {
        /** Name of the port. */
        RequirePortDescription name(String name);
    }

    /** Asks for a port's description. */
    interface RequirePortDescription {
        /** Description of the port. */
        RequireConfigurablePortMode description(String description);
    }

    /** Asks for the name as input. */
    interface RequireInputPortName {
        /** Name of the input. */
        RequireInputPortDescription inputName(String name);
    }

    /** Asks for the description as input. */
    interface RequireInputPortDescription {
        /** Description of the input. */
        RequireOutputPortName inputDescription(String description);
    }

    /** Asks for the name as output. */
    interface RequireOutputPortName {
        /** Name of the output. */
        RequireOutputPortDescription outputName(String name);
    }

    /** Asks for the description as output. */
    interface RequireOutputPortDescription {
        /** Description of the output. */
        RequireConfigurablePortMode outputDescription(String description);
    }

    /** Asks how many ports the group has. */
    interface RequireConfigurablePortMode {
        /** Exactly one port of this type. */
        ConfigurablePort.FinalConfigurablePort fixed(PortType type);

        /** One port or none. */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /** Any number of ports. */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();

        /** Exactly one port, whose type the user chooses. */
        RequireSupportedTypes<ConfigurablePort.FinalConfigurablePort> exchangable(PortType type);

        /** As many ports, of the same types, as another group has. */
        ConfigurablePort.BoundExtendableConfigurablePort boundExtendable(String id);
    }

    /** Asks for the types a group supports. */
    interface RequireSupportedTypes<T> {
        /** Exactly these types. */
        T supportedTypes(PortType... types);

        /** All types that pass. */
        T supportedTypes(Predicate<PortType> types);
    }

    /** A group whose ports are defined. */
    interface ConfigurablePort {
        /** A group that needs nothing more. */
        final class FinalConfigurablePort implements ConfigurablePort {
            public FinalConfigurablePort() {}
        }

        /** A group with one port or none. */
        interface OptionalConfigurablePort extends ConfigurablePort {
            /** The group starts with one port of this type. */
            FinalConfigurablePort defaultPortType(PortType type);
        }

        /** A group with any number of ports. */
        interface ExtendableConfigurablePort extends ConfigurablePort {
            /** Ports that cannot be removed. */
            ExtendableConfigurablePort fixedTypes(PortType... types);

            /** Ports the group starts with and that can be removed. */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... types);
        }

        /** A group that follows another one. */
        interface BoundExtendableConfigurablePort extends ConfigurablePort {
            /** Number of ports the group starts with. */
            BoundExtendableConfigurablePort defaultNumPorts(int number);

            /** Number of ports that cannot be removed. */
            BoundExtendableConfigurablePort fixedNumPorts(int number);
        }
    }
}
