package org.dlpixel.executor.settings;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;

/** A data type, by the class of its cells. */
enum DataTypeCodec implements Codec {
    INSTANCE;

    private static final String IS_NULL = "is_null";

    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        Config config = group.getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        Config config = group.addConfig(key);
        if (value != null) {
            ((DataType) value).save(config);
        }
        config.addBoolean(IS_NULL, value == null);
    }
}
