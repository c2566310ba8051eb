package org.knime.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dlpixel.executor.bridge.NodeInfo;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** The port groups of a node's definition. */
final class NodePorts implements RequirePorts.DynamicPortsAdder {
    private final Map<String, PortGroupDefinition> groups = new LinkedHashMap<>();

    @Override
    public RequirePorts.DynamicPortsAdder addInputPortGroup(
            String id,
            Function<RequirePorts.RequirePortName, RequirePorts.ConfigurablePort> group) {
        PortGroupDefinition definition = add(id);
        check(
                id,
                group.apply(
                        name ->
                                description ->
                                        definition.input(
                                                new NodeInfo.PortText(name, description))));
        return this;
    }

    @Override
    public RequirePorts.DynamicPortsAdder addOutputPortGroup(
            String id,
            Function<RequirePorts.RequirePortName, RequirePorts.ConfigurablePort> group) {
        PortGroupDefinition definition = add(id);
        check(
                id,
                group.apply(
                        name ->
                                description ->
                                        definition.output(
                                                new NodeInfo.PortText(name, description))));
        return this;
    }

    @Override
    public RequirePorts.DynamicPortsAdder addInputAndOutputPortGroup(
            String id,
            Function<RequirePorts.RequireInputPortName, RequirePorts.ConfigurablePort> group) {
        PortGroupDefinition definition = add(id);
        check(
                id,
                group.apply(
                        in ->
                                inText ->
                                        out ->
                                                outText ->
                                                        definition
                                                                .input(
                                                                        new NodeInfo.PortText(
                                                                                in, inText))
                                                                .output(
                                                                        new NodeInfo.PortText(
                                                                                out, outText))));
        return this;
    }

    List<NodeInfo.PortGroup> describe() {
        return groups.values().stream().map(PortGroupDefinition::describe).toList();
    }

    PortsConfiguration configure(Map<String, List<PortType>> added)
            throws InvalidSettingsException {
        Set<String> unknown = new TreeSet<>(added.keySet());
        unknown.removeAll(groups.keySet());
        if (!unknown.isEmpty()) {
            throw new InvalidSettingsException(
                    "unknown port group: " + unknown + ", must be one of " + groups.keySet());
        }
        List<NodePortsConfiguration.Group> result = new ArrayList<>();
        Map<String, List<PortType>> types = new LinkedHashMap<>();
        for (PortGroupDefinition group : groups.values()) {
            Optional<List<PortType>> own = Optional.ofNullable(added.get(group.id()));
            types.put(group.id(), group.types(own, types));
            result.add(group.configured(types.get(group.id())));
        }
        return new NodePortsConfiguration(result);
    }

    private PortGroupDefinition add(String id) {
        PortGroupDefinition definition = new PortGroupDefinition(id);
        if (groups.putIfAbsent(id, definition) != null) {
            throw new IllegalArgumentException(
                    "illegal port group: " + id + ", must be unique within the node");
        }
        return definition;
    }

    private static void check(String id, RequirePorts.ConfigurablePort ports) {
        if (ports == null) {
            throw new IllegalArgumentException(
                    "illegal port group: " + id + ", must say which ports it has");
        }
    }

    /** The stage of the definition that asks for ports. */
    record Stage(NodeTexts texts) implements RequirePorts {
        @Override
        public DefaultNode.RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports) {
            NodePorts result = new NodePorts();
            ports.accept(result);
            return model -> new DefaultNode(texts, result, model.apply(DefaultModel.start()));
        }
    }
}
