package org.dlpixel.executor.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.StoredPort;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.console.NodeProgress;
import org.knime.core.node.port.PortObjectSpec;

/**
 * Runs a workflow: configures every node whose input specs are known, then executes node by node. A
 * node that cannot be configured ends the run before anything executes, so that a wrong setting at
 * the end of a long workflow is seen at its start.
 */
final class WorkflowRun {
    private final LoadedWorkflow workflow;
    private final Configurator configurator;
    private final TemporaryResults results;
    private final Path temp;
    private final Console console;
    private final Cancellation cancellation;
    private final LongSupplier nanoTime;
    private final List<String> files = new ArrayList<>();

    WorkflowRun(
            LoadedWorkflow workflow,
            Path temp,
            Console console,
            Cancellation cancellation,
            LongSupplier nanoTime) {
        this.workflow = workflow;
        this.configurator = new Configurator(workflow);
        this.results = new TemporaryResults(workflow, temp);
        this.temp = temp;
        this.console = console;
        this.cancellation = cancellation;
        this.nanoTime = nanoTime;
    }

    /** Runs everything; true if every node executed. */
    boolean run() {
        configureAll();
        if (workflow.missing() > 0 || workflow.nodes().stream().anyMatch(this::isStuck)) {
            return false;
        }
        for (RunNode node : workflow.nodes()) {
            if (cancellation.isCancelled()) {
                return false;
            }
            if (canExecute(node)) {
                execute(node);
                results.release(node);
            }
        }
        return workflow.nodes().stream().allMatch(n -> n.state() == NodeState.EXECUTED);
    }

    private void configureAll() {
        for (RunNode node : workflow.nodes()) {
            if (workflow.inputs(node).stream().anyMatch(Optional::isEmpty)) {
                node.failed(NodeState.IDLE, NodeMessage.warning(unconnected(node)));
                report(node);
            } else {
                configurator.inputSpecs(node).ifPresent(specs -> configure(node, specs));
            }
        }
    }

    private String unconnected(RunNode node) {
        int port = 1;
        for (var input : workflow.inputs(node)) {
            if (input.isEmpty()) {
                break;
            }
            port++;
        }
        return "input port " + port + " is not connected";
    }

    private void configure(RunNode node, List<PortObjectSpec> specs) {
        configurator.configure(node, specs);
        report(node);
    }

    /** Idle with a reason; a node that waits for a spec has none. */
    private boolean isStuck(RunNode node) {
        return node.state() == NodeState.IDLE && node.message().isPresent();
    }

    private boolean canExecute(RunNode node) {
        boolean ready =
                workflow.predecessors(node).stream().allMatch(n -> n.state() == NodeState.EXECUTED);
        Optional<List<PortObjectSpec>> specs = configurator.inputSpecs(node);
        if (!ready || specs.isEmpty()) {
            return false;
        }
        if (!node.isConfiguredWith(specs.get())) {
            configure(node, specs.get());
        }
        return node.state() == NodeState.CONFIGURED;
    }

    private void execute(RunNode node) {
        var progress = new NodeProgress(console, title(node), nanoTime, cancellation::isCancelled);
        var storage = new NodeStorage(temp, "node-" + node.id());
        var execution = new NodeExecution(node, storedInputs(node), storage, progress);
        new Worker(node, cancellation).run(execution::run);
        progress.end(node.state() == NodeState.EXECUTED ? "done" : "failed");
        report(node);
        collectFiles(node);
    }

    private void collectFiles(RunNode node) {
        int port = 0;
        for (StoredPort output : node.outputs()) {
            port++;
            if (!workflow.graph().isRead(node.id(), port)) {
                try {
                    files.addAll(WrittenFiles.in(output));
                } catch (IOException e) {
                    console.warn(node.label(), "cannot read the list of files: " + e.getMessage());
                }
            }
        }
    }

    /** The files that the executed nodes name in tables that no node reads. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** The first node that failed, or could not start. */
    Optional<RunNode> culprit() {
        return workflow.nodes().stream()
                .filter(n -> n.state() != NodeState.EXECUTED && n.message().isPresent())
                .findFirst();
    }

    private String title(RunNode node) {
        int number = workflow.nodes().indexOf(node) + 1;
        return "[" + number + "/" + workflow.nodes().size() + "] " + node.label();
    }

    private List<StoredPort> storedInputs(RunNode node) {
        List<StoredPort> inputs = new ArrayList<>();
        for (var input : workflow.inputs(node)) {
            var connection = input.orElseThrow();
            RunNode source = workflow.node(connection.source());
            inputs.add(source.outputs().get(connection.sourcePort() - 1));
        }
        return inputs;
    }

    private void report(RunNode node) {
        if (node.message().isEmpty()) {
            return;
        }
        NodeMessage message = node.message().get();
        if (message.kind() == NodeMessage.Kind.WARNING) {
            console.warn(node.label(), message.text());
        } else {
            console.error(node.label(), message.text(), message.cause().orElse(null));
        }
    }
}
