package org.knime.core.node.config.base;

import java.lang.reflect.Array;
import org.knime.core.node.InvalidSettingsException;

/** Arrays as subtrees: an entry array-size, then the elements under the keys 0, 1, 2, … */
final class ConfigArrays {
    private static final String SIZE = "array-size";

    private ConfigArrays() {}

    static void write(ConfigBase parent, String key, ConfigEntries type, Object array) {
        ConfigBase config = parent.addConfigBase(key);
        if (array == null) {
            return;
        }
        int size = Array.getLength(array);
        config.addInt(SIZE, size);
        for (int i = 0; i < size; i++) {
            config.addElement(Integer.toString(i), type, Array.get(array, i));
        }
    }

    /** Reads an array of the given element type; a subtree without a size is null. */
    static Object read(ConfigBase parent, String key, ConfigEntries type, Class<?> component)
            throws InvalidSettingsException {
        ConfigBase config = parent.getConfigBase(key);
        if (!config.containsKey(SIZE)) {
            return null;
        }
        int size = config.getInt(SIZE);
        if (size < 0 || size > config.keySet().size() - 1) {
            throw new InvalidSettingsException(
                    "illegal array-size of '"
                            + key
                            + "': "
                            + size
                            + ", must be the elements' number");
        }
        Object array = Array.newInstance(component, size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, config.element(Integer.toString(i), type));
        }
        return array;
    }
}
