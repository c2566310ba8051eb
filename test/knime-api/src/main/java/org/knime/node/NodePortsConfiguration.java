package org.knime.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** The ports of one node: groups in order, ports of a group beside each other. */
record NodePortsConfiguration(List<Group> groups) implements PortsConfiguration {
    NodePortsConfiguration {
        groups = List.copyOf(groups);
    }

    @Override
    public PortType[] getInputPorts() {
        return ports(Group::input);
    }

    @Override
    public PortType[] getOutputPorts() {
        return ports(Group::output);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return location(Group::input);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return location(Group::output);
    }

    @Override
    public List<String> getPortGroupNames() {
        return groups.stream().map(Group::id).toList();
    }

    private PortType[] ports(Predicate<Group> side) {
        return groups.stream()
                .filter(side)
                .flatMap(group -> group.types().stream())
                .toArray(PortType[]::new);
    }

    private Map<String, int[]> location(Predicate<Group> side) {
        Map<String, int[]> result = new LinkedHashMap<>();
        int first = 0;
        for (Group group : groups) {
            if (side.test(group)) {
                int next = first + group.types().size();
                result.put(group.id(), IntStream.range(first, next).toArray());
                first = next;
            }
        }
        return result;
    }

    /** One group with its ports. */
    record Group(String id, boolean input, boolean output, List<PortType> types) {
        Group {
            types = List.copyOf(types);
        }
    }
}
