package org.dlpixel.executor.bridge;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Stores what a node put out, and hands every consumer its own copy. */
public interface PortAccess {
    /**
     * Stores an output: a table is on disk already; a file-store port object is flushed (once,
     * here); everything else is written by its serializer.
     *
     * @throws IOException if writing fails or the object or its spec has no public serializer
     * @throws CanceledExecutionException if the serializer was cancelled
     */
    StoredPort store(PortObject object, NodeStorage storage)
            throws IOException, CanceledExecutionException;

    /** A copy made by the spec's serializer; a table spec is immutable and returned as it is. */
    PortObjectSpec copy(PortObjectSpec spec) throws IOException;
}
