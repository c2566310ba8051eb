package org.dlpixel.executor.bridge;

import org.knime.core.data.container.DataContainer;

/** Says where a data container writes its rows. */
public interface ContainerAccess {
    /** Binds a container that has no row yet to a node's storage. */
    void bind(DataContainer container, NodeStorage storage);
}
