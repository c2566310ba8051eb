package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Writable settings of a node. */
public interface NodeSettingsWO extends ConfigWO {
    /** Adds child settings, replacing an entry of the same key, and returns them. */
    NodeSettingsWO addNodeSettings(String key);

    /** Adds the given settings under their own key. */
    void addNodeSettings(NodeSettings settings);
}
