package org.dlpixel.executor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.executor.workflow.Connection;
import org.dlpixel.executor.workflow.VariableStack;

/**
 * A workflow ready to run.
 *
 * @param nodes its nodes in an order in which they can execute
 * @param missing number of nodes that could not be created
 * @param graph its connections
 * @param variables its variables
 * @param errors what did not load
 */
record LoadedWorkflow(
        List<RunNode> nodes,
        int missing,
        Graph graph,
        VariableStack variables,
        List<String> errors) {
    LoadedWorkflow {
        nodes = List.copyOf(nodes);
        errors = List.copyOf(errors);
    }

    RunNode node(int id) {
        return nodes.stream().filter(n -> n.id() == id).findFirst().orElseThrow();
    }

    /** The data port that gives each input of a node, in the order of its inputs. */
    List<Optional<Connection>> inputs(RunNode node) {
        List<Optional<Connection>> inputs = new ArrayList<>();
        for (int port = 1; port <= node.inputs(); port++) {
            inputs.add(graph.into(node.id(), port));
        }
        return inputs;
    }

    /** The nodes that a node reads from, by data or by variables, lowest port first. */
    List<RunNode> predecessors(RunNode node) {
        return graph.into(node.id()).stream().map(c -> node(c.source())).toList();
    }

    /** The variables that reach a node; of equal names the one at the lowest port wins. */
    VariableStack incoming(RunNode node) {
        VariableStack stack = variables;
        List<RunNode> predecessors = predecessors(node);
        for (int i = predecessors.size() - 1; i >= 0; i--) {
            stack = stack.with(predecessors.get(i).variables().variables());
        }
        return stack;
    }
}
