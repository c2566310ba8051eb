package org.dlpixel.executor.workflow;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/** One single value in a tree of settings. */
record SettingsPath(NodeSettings group, String key) {
    /** Finds a value; the path must lead to one. */
    static SettingsPath find(NodeSettings root, List<String> path) throws InvalidSettingsException {
        NodeSettings group = root;
        for (String step : path.subList(0, path.size() - 1)) {
            group = group.getNodeSettings(step);
        }
        String key = path.get(path.size() - 1);
        if (!group.containsKey(key) || group.getEntry(key) instanceof ConfigBase) {
            throw new InvalidSettingsException(
                    "no setting '" + String.join("/", path) + "' that is a single value");
        }
        return new SettingsPath(group, key);
    }

    ConfigEntries type() {
        return group.getEntry(key).getType();
    }

    /** Replaces the value; its place among the settings stays. */
    void set(Object value) {
        switch (type()) {
            case xboolean -> group.addBoolean(key, (Boolean) value);
            case xbyte -> group.addByte(key, (Byte) value);
            case xchar -> group.addChar(key, (Character) value);
            case xdouble -> group.addDouble(key, (Double) value);
            case xfloat -> group.addFloat(key, (Float) value);
            case xint -> group.addInt(key, (Integer) value);
            case xlong -> group.addLong(key, (Long) value);
            case xstring -> group.addString(key, (String) value);
            default ->
                    throw new IllegalArgumentException(
                            "illegal type of setting '" + key + "': " + type());
        }
    }
}
