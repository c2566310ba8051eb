package org.dlpixel.executor.settings;

import java.util.Arrays;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** An enum constant, stored by name; a stored null cannot be loaded. */
record EnumCodec(Class<?> type) implements Codec {
    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        String name = group.getString(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> illegal(key, name));
    }

    private InvalidSettingsException illegal(String key, String name) {
        String allowed =
                String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList());
        return new InvalidSettingsException(
                "illegal value of setting '" + key + "': " + name + ", must be one of " + allowed);
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        group.addString(key, value == null ? null : ((Enum<?>) value).name());
    }
}
