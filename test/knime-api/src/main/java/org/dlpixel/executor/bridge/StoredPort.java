package org.dlpixel.executor.bridge;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** An output of an executed node. */
public interface StoredPort {
    /** The spec of the object that was stored. */
    PortObjectSpec spec();

    /** One line for the log, as given by the object. */
    String summary();

    /** A copy for one consumer, with its file stores attached. */
    PortObject load() throws IOException, CanceledExecutionException;
}
