package org.dlpixel.executor.settings;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A nested group of fields. */
record GroupCodec(Class<?> type) implements Codec {
    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        return Fields.load(type, group.getNodeSettings(key));
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        NodeSettings config = (NodeSettings) group.addNodeSettings(key);
        if (value != null) {
            Fields.save(value, config);
        }
    }
}
