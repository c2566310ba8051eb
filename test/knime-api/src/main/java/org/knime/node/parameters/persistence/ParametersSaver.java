package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/** Stores an object. */
public interface ParametersSaver<T> {
    void save(T obj, NodeSettingsWO settings);
}
