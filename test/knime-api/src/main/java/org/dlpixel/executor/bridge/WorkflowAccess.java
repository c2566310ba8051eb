package org.dlpixel.executor.bridge;

import java.nio.file.Path;

/** Tells {@code FileUtil} what {@code knime://knime.workflow/} means. */
public interface WorkflowAccess {
    /**
     * Enters a workflow, for the whole process, until the scope is closed. Scopes nest.
     *
     * @param folder the workflow's folder
     */
    Scope enter(Path folder);

    /** The time in which a workflow is current. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
