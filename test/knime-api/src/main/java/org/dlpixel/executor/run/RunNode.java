package org.dlpixel.executor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.executor.bridge.StoredPort;
import org.dlpixel.executor.workflow.FlowVariable;
import org.dlpixel.executor.workflow.NodeDefinition;
import org.dlpixel.executor.workflow.VariableStack;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A node of a running workflow: what it is, and how far it got. */
public final class RunNode {
    private final NodeDefinition definition;
    private final DefaultNodeFactory factory;
    private final NodeInfo info;
    private final PortsConfiguration ports;
    private final Optional<NodeSettings> model;

    private NodeState state = NodeState.IDLE;
    private Optional<NodeMessage> message = Optional.empty();
    private Optional<NodeParameters> parameters = Optional.empty();
    private VariableStack variables = VariableStack.of(List.of());
    private List<PortObjectSpec> inSpecs = List.of();
    private List<PortObjectSpec> outSpecs = List.of();
    private List<StoredPort> outputs = List.of();

    /**
     * A node that did nothing yet.
     *
     * @param model its settings; empty if the stored ones do not load, and defaults are used
     */
    RunNode(
            NodeDefinition definition,
            DefaultNodeFactory factory,
            NodeInfo info,
            PortsConfiguration ports,
            Optional<NodeSettings> model) {
        this.definition = definition;
        this.factory = factory;
        this.info = info;
        this.ports = ports;
        this.model = model;
    }

    public NodeDefinition definition() {
        return definition;
    }

    public String label() {
        return definition.label();
    }

    public int id() {
        return definition.id();
    }

    DefaultNodeFactory factory() {
        return factory;
    }

    NodeInfo info() {
        return info;
    }

    PortsConfiguration ports() {
        return ports;
    }

    int inputs() {
        return ports.getInputPorts().length;
    }

    int outputCount() {
        return ports.getOutputPorts().length;
    }

    Optional<NodeSettings> model() {
        return model.map(
                settings -> {
                    var copy = new NodeSettings(settings.getKey());
                    settings.copyTo(copy);
                    return copy;
                });
    }

    public NodeState state() {
        return state;
    }

    public Optional<NodeMessage> message() {
        return message;
    }

    Optional<NodeParameters> parameters() {
        return parameters;
    }

    List<PortObjectSpec> outSpecs() {
        return outSpecs;
    }

    /** The stored outputs, empty unless executed. */
    public List<StoredPort> outputs() {
        return outputs;
    }

    /** The variables that later nodes see. */
    VariableStack variables() {
        return variables;
    }

    /** Whether it is configured, with these very specs. */
    boolean isConfiguredWith(List<PortObjectSpec> specs) {
        return state == NodeState.CONFIGURED && inSpecs.equals(specs);
    }

    /** The parameters that configure and execute get, and the variables that go with them. */
    void prepared(
            Optional<NodeParameters> newParameters,
            VariableStack incoming,
            List<FlowVariable> exposed) {
        parameters = newParameters;
        variables = incoming.with(exposed);
    }

    void configured(
            List<PortObjectSpec> in, List<PortObjectSpec> out, Optional<NodeMessage> warning) {
        state = NodeState.CONFIGURED;
        inSpecs = in;
        outSpecs = new ArrayList<>(out);
        message = warning;
    }

    void executed(List<StoredPort> stored, Optional<NodeMessage> warning) {
        state = NodeState.EXECUTED;
        outputs = List.copyOf(stored);
        outSpecs = stored.stream().map(StoredPort::spec).toList();
        message = warning;
    }

    /** The node stays, or becomes, idle or configured, and says why. */
    void failed(NodeState left, NodeMessage why) {
        state = left;
        message = Optional.of(why);
        if (left == NodeState.IDLE) {
            outSpecs = List.of();
        }
    }
}
