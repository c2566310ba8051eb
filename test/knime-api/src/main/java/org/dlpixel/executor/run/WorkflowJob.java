package org.dlpixel.executor.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.dlpixel.executor.bridge.LogAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.WorkflowAccess;
import org.dlpixel.executor.console.Console;
import org.dlpixel.executor.workflow.FlowVariable;
import org.dlpixel.executor.workflow.LoadException;
import org.dlpixel.executor.workflow.NodeOption;
import org.dlpixel.executor.workflow.WorkflowDefinition;
import org.knime.core.node.NodeLogger;

/**
 * One execution of one workflow from loading to the end.
 *
 * @param definition the workflow
 * @param variables variables from outside, which replace those of the workflow
 * @param options settings changed from outside
 * @param failOnLoadError whether settings that do not load end the job; otherwise such a node runs
 *     with its defaults, as in KNIME
 */
public record WorkflowJob(
        WorkflowDefinition definition,
        List<FlowVariable> variables,
        List<NodeOption> options,
        boolean failOnLoadError) {
    public WorkflowJob {
        variables = List.copyOf(variables);
        options = List.copyOf(options);
    }

    /**
     * How a job ended.
     *
     * @param nodes number of nodes
     * @param failure the reason if not every node executed
     * @param files files that the workflow says it wrote, as paths or URLs
     */
    public record Result(int nodes, Optional<String> failure, List<String> files) {}

    /**
     * Loads and executes.
     *
     * @param temp an empty folder for everything between the nodes; the caller deletes it
     * @param nanoTime a clock that never goes back
     * @throws LoadException if the workflow does not load
     */
    public Result run(Path temp, Console console, Cancellation cancellation, LongSupplier nanoTime)
            throws LoadException {
        LogAccess log = SharedSecrets.logs();
        log.redirect(
                (level, logger, message, cause) ->
                        log(console, level, simpleName(logger), message, cause));
        WorkflowAccess.Scope scope = SharedSecrets.workflows().enter(definition.folder());
        try {
            LoadedWorkflow workflow = load(console);
            var run = new WorkflowRun(workflow, temp, console, cancellation, nanoTime);
            boolean success = run.run();
            return new Result(
                    workflow.nodes().size(),
                    success ? Optional.empty() : Optional.of(reason(run, workflow, cancellation)),
                    run.files());
        } finally {
            scope.close();
            log.reset();
        }
    }

    private static void log(
            Console console,
            NodeLogger.LEVEL level,
            String logger,
            String message,
            Throwable cause) {
        switch (level) {
            case WARN -> console.warn(logger, message);
            case ERROR, FATAL -> console.error(logger, message, cause);
            default -> {
                // KNIME's console shows warnings and errors only
            }
        }
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private LoadedWorkflow load(Console console) throws LoadException {
        var loader = new WorkflowLoader(definition, options, WorkflowJob.class.getClassLoader());
        LoadedWorkflow workflow = loader.load(variables);
        for (String error : workflow.errors()) {
            console.error("load", error, null);
        }
        if (failOnLoadError && !workflow.errors().isEmpty()) {
            throw new LoadException(workflow.errors().get(0));
        }
        return workflow;
    }

    private static String reason(
            WorkflowRun run, LoadedWorkflow workflow, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return "cancelled";
        } else if (workflow.missing() > 0) {
            return workflow.errors().get(0);
        }
        return run.culprit()
                .map(node -> node.label() + ": " + node.message().orElseThrow().text())
                .orElse("not every node was executed");
    }
}
