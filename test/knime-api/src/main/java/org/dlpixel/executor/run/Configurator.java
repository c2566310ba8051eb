package org.dlpixel.executor.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.executor.bridge.ConfigureRequest;
import org.dlpixel.executor.bridge.ConfigureResult;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.settings.ParametersStore;
import org.dlpixel.executor.workflow.Binding;
import org.dlpixel.executor.workflow.VariableBindings;
import org.dlpixel.executor.workflow.VariableStack;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** Applies variables to a node's settings and configures it. */
final class Configurator {
    private final LoadedWorkflow workflow;

    Configurator(LoadedWorkflow workflow) {
        this.workflow = workflow;
    }

    /** The specs at a node's inputs, empty while one of them is not known. */
    Optional<List<PortObjectSpec>> inputSpecs(RunNode node) {
        List<PortObjectSpec> specs = new ArrayList<>();
        for (var input : workflow.inputs(node)) {
            if (input.isEmpty()) {
                return Optional.empty();
            }
            List<PortObjectSpec> given = workflow.node(input.get().source()).outSpecs();
            int index = input.get().sourcePort() - 1;
            if (index >= given.size() || given.get(index) == null) {
                return Optional.empty();
            }
            specs.add(given.get(index));
        }
        return Optional.of(specs);
    }

    /** Configures a node; afterwards it is configured, or idle with a message. */
    void configure(RunNode node, List<PortObjectSpec> specs) {
        try {
            prepare(node, specs);
            List<PortObjectSpec> own = new ArrayList<>();
            for (PortObjectSpec spec : specs) {
                own.add(SharedSecrets.ports().copy(spec));
            }
            ConfigureResult result =
                    SharedSecrets.nodes()
                            .configure(
                                    node.factory(),
                                    new ConfigureRequest(node.ports(), own, node.parameters()));
            node.configured(specs, result.specs(), result.warning().map(NodeMessage::warning));
        } catch (InvalidSettingsException e) {
            node.failed(NodeState.IDLE, NodeMessage.warning(String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException | LinkageError e) {
            String text =
                    "Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage();
            node.failed(NodeState.IDLE, NodeMessage.error(text, e));
        }
    }

    private void prepare(RunNode node, List<PortObjectSpec> specs) throws InvalidSettingsException {
        VariableStack variables = workflow.incoming(node);
        List<Binding> bindings = node.definition().bindings();
        Optional<Class<? extends NodeParameters>> type = node.info().parameters();
        if (type.isEmpty()) {
            node.prepared(Optional.empty(), variables, List.of());
            return;
        }
        NodeSettings model = node.model().orElseGet(() -> defaults(node, type.get(), specs));
        VariableBindings.apply(bindings, variables, model);
        NodeParameters parameters = ParametersStore.load(type.get(), model);
        node.prepared(
                Optional.of(parameters), variables, VariableBindings.exposed(bindings, model));
    }

    private static NodeSettings defaults(
            RunNode node, Class<? extends NodeParameters> type, List<PortObjectSpec> specs) {
        return ParametersStore.save(
                ParametersStore.defaults(type, new GuessInput(node.ports(), specs)));
    }
}
