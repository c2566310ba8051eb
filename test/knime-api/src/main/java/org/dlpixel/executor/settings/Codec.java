package org.dlpixel.executor.settings;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Stores one kind of field below a key of its group. */
interface Codec {
    /** Reads the field; the key is known to exist. */
    Object load(NodeSettings group, String key) throws InvalidSettingsException;

    /** Writes the field. */
    void save(Object value, NodeSettings group, String key);

    /** What an empty {@code Optional} of this kind stores. */
    default Object absent() {
        return null;
    }

    /** Whether the stored settings lack this field. */
    default boolean isAbsent(NodeSettings group, String key) {
        return !group.containsKey(key);
    }
}
