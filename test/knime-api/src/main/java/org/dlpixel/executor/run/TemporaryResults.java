package org.dlpixel.executor.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.dlpixel.executor.workflow.Connection;

/**
 * Deletes what no node will read any more. A table may be passed on and may name file stores of
 * earlier nodes, so a node's folder goes when every node behind it has been executed.
 */
final class TemporaryResults {
    private final LoadedWorkflow workflow;
    private final Path temp;
    private final Set<Integer> done = new HashSet<>();
    private final Set<Integer> deleted = new HashSet<>();

    TemporaryResults(LoadedWorkflow workflow, Path temp) {
        this.workflow = workflow;
        this.temp = temp;
    }

    /** A node was executed, or failed. */
    void release(RunNode executed) {
        done.add(executed.id());
        for (int id : done) {
            if (!deleted.contains(id)
                    && done.containsAll(readers(id))
                    && Folders.delete(temp.resolve("node-" + id))) {
                deleted.add(id);
            }
        }
    }

    /** The nodes that data of this node can reach. */
    private Set<Integer> readers(int id) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(id);
        while (!open.isEmpty()) {
            for (Connection c : workflow.graph().outOf(open.remove())) {
                if (c.isData() && reached.add(c.dest())) {
                    open.add(c.dest());
                }
            }
        }
        return reached;
    }
}
