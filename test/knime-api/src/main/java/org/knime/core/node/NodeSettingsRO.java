package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Readable settings of a node. */
public interface NodeSettingsRO extends ConfigRO {
    /** Returns the named child settings, or fails if there are none. */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /** Adds every entry of these settings to another tree. */
    void copyTo(ConfigWO dest);
}
