package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dlpixel.executor.bridge.NodeInfo;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortType;

/** One port group of a node's definition, completed by the stages that it hands out. */
final class PortGroupDefinition implements RequirePorts.RequireConfigurablePortMode {
    private final String id;
    private final List<PortType> fixed = new ArrayList<>();
    private final List<PortType> changeable = new ArrayList<>();
    private Optional<NodeInfo.PortText> input = Optional.empty();
    private Optional<NodeInfo.PortText> output = Optional.empty();
    private NodeInfo.Mode mode = NodeInfo.Mode.FIXED;
    private Predicate<PortType> supported = type -> false;
    private String boundTo = "";

    PortGroupDefinition(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    PortGroupDefinition input(NodeInfo.PortText text) {
        input = Optional.of(text);
        return this;
    }

    PortGroupDefinition output(NodeInfo.PortText text) {
        output = Optional.of(text);
        return this;
    }

    NodeInfo.PortGroup describe() {
        List<PortType> defaults = new ArrayList<>(fixed);
        defaults.addAll(changeable);
        return new NodeInfo.PortGroup(id, mode, input, output, defaults);
    }

    NodePortsConfiguration.Group configured(List<PortType> types) {
        return new NodePortsConfiguration.Group(id, input.isPresent(), output.isPresent(), types);
    }

    /** Fixed ports and the changeable ones: those given, else the defaults. */
    List<PortType> types(Optional<List<PortType>> given, Map<String, List<PortType>> earlier)
            throws InvalidSettingsException {
        if (mode == NodeInfo.Mode.BOUND) {
            return earlier.getOrDefault(boundTo, List.of());
        }
        List<PortType> own = given.orElse(changeable);
        if (given.isPresent()) {
            check(own);
        }
        List<PortType> all = new ArrayList<>(fixed);
        all.addAll(own);
        return all;
    }

    private void check(List<PortType> types) throws InvalidSettingsException {
        int most =
                switch (mode) {
                    case FIXED, BOUND -> 0;
                    case OPTIONAL, EXCHANGEABLE -> 1;
                    case EXTENDABLE -> Integer.MAX_VALUE;
                };
        if (types.size() > most) {
            throw new InvalidSettingsException(
                    "illegal number of ports in group '%s': %d, must be at most %d"
                            .formatted(id, types.size(), most));
        }
        for (PortType type : types) {
            if (!supported.test(type)) {
                throw new InvalidSettingsException(
                        "illegal port type in group '%s': %s is not supported".formatted(id, type));
            }
        }
    }

    @Override
    public RequirePorts.ConfigurablePort.FinalConfigurablePort fixed(PortType type) {
        mode = NodeInfo.Mode.FIXED;
        fixed.add(type);
        return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
    }

    @Override
    public RequirePorts.RequireSupportedTypes<RequirePorts.ConfigurablePort.FinalConfigurablePort>
            exchangable(PortType type) {
        mode = NodeInfo.Mode.EXCHANGEABLE;
        changeable.add(type);
        return support(new RequirePorts.ConfigurablePort.FinalConfigurablePort());
    }

    @Override
    public RequirePorts.RequireSupportedTypes<
                    RequirePorts.ConfigurablePort.OptionalConfigurablePort>
            optional() {
        mode = NodeInfo.Mode.OPTIONAL;
        return support(
                type -> {
                    changeable.add(type);
                    return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
                });
    }

    @Override
    public RequirePorts.RequireSupportedTypes<
                    RequirePorts.ConfigurablePort.ExtendableConfigurablePort>
            extendable() {
        mode = NodeInfo.Mode.EXTENDABLE;
        return support(new Extendable());
    }

    @Override
    public RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort boundExtendable(
            String other) {
        mode = NodeInfo.Mode.BOUND;
        boundTo = other;
        return new Bound();
    }

    private <T> RequirePorts.RequireSupportedTypes<T> support(T next) {
        return new Support<>(
                types -> {
                    supported = types;
                    return next;
                });
    }

    private record Support<T>(Function<Predicate<PortType>, T> then)
            implements RequirePorts.RequireSupportedTypes<T> {
        @Override
        public T supportedTypes(PortType... types) {
            return supportedTypes(Arrays.asList(types)::contains);
        }

        @Override
        public T supportedTypes(Predicate<PortType> types) {
            return then.apply(types);
        }
    }

    private final class Extendable
            implements RequirePorts.ConfigurablePort.ExtendableConfigurablePort {
        @Override
        public Extendable fixedTypes(PortType... types) {
            fixed.addAll(List.of(types));
            return this;
        }

        @Override
        public Extendable defaultNonFixedTypes(PortType... types) {
            changeable.addAll(List.of(types));
            return this;
        }
    }

    /** Has always as many ports as the group it follows, so the numbers change nothing. */
    private static final class Bound
            implements RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort {
        @Override
        public Bound defaultNumPorts(int number) {
            return this;
        }

        @Override
        public Bound fixedNumPorts(int number) {
            return this;
        }
    }
}
