package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Readable content of a model or of a port's specification. */
public interface ModelContentRO extends ConfigRO {
    /** Returns the named child content, or fails if there is none. */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
