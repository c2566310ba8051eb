package org.dlpixel.executor.settings;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** An {@code Optional}: its value, or the type's zero, and whether it is present. */
record OptionalCodec(Codec content) implements Codec {
    private static final String PRESENT = "_is_present";

    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        return group.getBoolean(key + PRESENT)
                ? Optional.ofNullable(content.load(group, key))
                : Optional.empty();
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        Optional<?> optional = (Optional<?>) value;
        content.save(optional.isPresent() ? optional.get() : content.absent(), group, key);
        group.addBoolean(key + PRESENT, optional.isPresent());
    }

    @Override
    public boolean isAbsent(NodeSettings group, String key) {
        return !group.containsKey(key + PRESENT);
    }
}
