package org.dlpixel.executor.bridge;

import org.knime.core.node.ExecutionContext;

/** Creates the context that a node executes in. */
public interface ContextAccess {
    /**
     * A context whose tables and file stores lie in the given storage.
     *
     * @param storage where the node writes
     * @param progress receives progress; its cancelled state makes {@code checkCanceled} throw
     */
    ExecutionContext create(NodeStorage storage, ProgressSink progress);
}
