package org.dlpixel.executor.run;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.settings.ParametersStore;
import org.dlpixel.executor.workflow.Connection;
import org.dlpixel.executor.workflow.FlowVariable;
import org.dlpixel.executor.workflow.LoadException;
import org.dlpixel.executor.workflow.NodeDefinition;
import org.dlpixel.executor.workflow.NodeOption;
import org.dlpixel.executor.workflow.VariableStack;
import org.dlpixel.executor.workflow.WorkflowDefinition;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Turns a stored workflow into one that can run, and collects what does not load. */
final class WorkflowLoader {
    private final WorkflowDefinition definition;
    private final List<NodeOption> options;
    private final ClassLoader classes;
    private final List<String> errors = new ArrayList<>();
    private final Map<Integer, RunNode> nodes = new LinkedHashMap<>();

    WorkflowLoader(WorkflowDefinition definition, List<NodeOption> options, ClassLoader classes) {
        this.definition = definition;
        this.options = options;
        this.classes = classes;
    }

    /**
     * Loads the workflow.
     *
     * @param variables variables from outside, which replace those of the workflow
     * @throws LoadException if it has a cycle or an option cannot be applied
     */
    LoadedWorkflow load(List<FlowVariable> variables) throws LoadException {
        for (NodeDefinition node : definition.nodes()) {
            loadNode(node);
        }
        var graph = new Graph(connections());
        List<RunNode> ordered = new ArrayList<>();
        for (int id : graph.order(List.copyOf(nodes.keySet()))) {
            ordered.add(nodes.get(id));
        }
        return new LoadedWorkflow(
                ordered,
                definition.nodes().size() - ordered.size(),
                graph,
                VariableStack.of(definition.variables()).with(variables),
                errors);
    }

    private void loadNode(NodeDefinition node) throws LoadException {
        try {
            DefaultNodeFactory factory = factory(node);
            NodeInfo info = SharedSecrets.nodes().describe(factory);
            PortsConfiguration ports = SharedSecrets.nodes().ports(factory, addedPorts(node));
            nodes.put(node.id(), new RunNode(node, factory, info, ports, model(node, info)));
        } catch (InvalidSettingsException e) {
            errors.add(node.label() + ": " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            errors.add(node.label() + ": the node's definition is wrong: " + e);
        }
    }

    private DefaultNodeFactory factory(NodeDefinition node) throws InvalidSettingsException {
        try {
            return Class.forName(node.factory(), true, classes)
                    .asSubclass(DefaultNodeFactory.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new InvalidSettingsException("no such node factory: " + node.factory(), e);
        } catch (InvocationTargetException e) {
            throw new InvalidSettingsException(
                    "the node factory " + node.factory() + " failed: " + e.getCause(),
                    e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new InvalidSettingsException(
                    "illegal node factory: " + node.factory() + ": " + e, e);
        }
    }

    private Map<String, List<PortType>> addedPorts(NodeDefinition node)
            throws InvalidSettingsException {
        Map<String, List<PortType>> added = new HashMap<>();
        for (var group : node.addedPorts().entrySet()) {
            List<PortType> types = new ArrayList<>();
            for (String name : group.getValue()) {
                types.add(PortTypeRegistry.getInstance().getPortType(portObject(name)));
            }
            added.put(group.getKey(), types);
        }
        return added;
    }

    private Class<? extends PortObject> portObject(String name) throws InvalidSettingsException {
        try {
            return Class.forName(name, true, classes).asSubclass(PortObject.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new InvalidSettingsException("no such port type: " + name, e);
        }
    }

    /** The settings with the options of the command line, empty if they do not load. */
    private Optional<NodeSettings> model(NodeDefinition node, NodeInfo info) throws LoadException {
        if (info.parameters().isEmpty()) {
            return Optional.of(node.modelCopy());
        }
        Optional<NodeSettings> model = stored(node, info.parameters().get());
        List<NodeOption> own = options.stream().filter(o -> o.node() == node.id()).toList();
        if (own.isEmpty()) {
            return model;
        }
        return Optional.of(withOptions(node, own, info.parameters().get()));
    }

    private Optional<NodeSettings> stored(
            NodeDefinition node, Class<? extends NodeParameters> type) {
        try {
            ParametersStore.load(type, node.modelCopy());
            return Optional.of(node.modelCopy());
        } catch (InvalidSettingsException e) {
            errors.add(node.label() + ": " + e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            errors.add(node.label() + ": " + e);
            return Optional.empty();
        }
    }

    private static NodeSettings withOptions(
            NodeDefinition node, List<NodeOption> own, Class<? extends NodeParameters> type)
            throws LoadException {
        NodeSettings model = node.modelCopy();
        try {
            for (NodeOption option : own) {
                option.apply(model);
            }
            ParametersStore.load(type, model);
            return model;
        } catch (InvalidSettingsException e) {
            throw new LoadException(node.label() + ": " + e.getMessage(), e);
        }
    }

    /** The connections whose ends exist. */
    private List<Connection> connections() {
        List<Connection> valid = new ArrayList<>();
        for (Connection c : definition.connections()) {
            Optional<String> problem = problem(c, valid);
            if (problem.isEmpty()) {
                valid.add(c);
            } else if (nodes.containsKey(c.source()) && nodes.containsKey(c.dest())) {
                errors.add("connection from " + c + ": " + problem.get());
            }
        }
        return valid;
    }

    private Optional<String> problem(Connection c, List<Connection> others) {
        RunNode source = nodes.get(c.source());
        RunNode dest = nodes.get(c.dest());
        if (source == null || dest == null) {
            return Optional.of("no such node");
        } else if (c.sourcePort() > source.outputCount() || c.destPort() > dest.inputs()) {
            return Optional.of("no such port");
        } else if (others.stream()
                .anyMatch(o -> o.dest() == c.dest() && o.destPort() == c.destPort())) {
            return Optional.of("the port has another connection");
        } else if ((c.sourcePort() == 0) != (c.destPort() == 0) || !fits(c, source, dest)) {
            return Optional.of("the types of the ports differ");
        }
        return Optional.empty();
    }

    private static boolean fits(Connection c, RunNode source, RunNode dest) {
        if (!c.isData()) {
            return true;
        }
        PortType out = source.ports().getOutputPorts()[c.sourcePort() - 1];
        PortType in = dest.ports().getInputPorts()[c.destPort() - 1];
        return in.isSuperTypeOf(out);
    }
}
