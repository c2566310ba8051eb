package org.dlpixel.executor.settings;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** An array or a list of groups: subtrees with the keys 0, 1, 2, … and no size. */
record GroupListCodec(Class<?> element, boolean isArray) implements Codec {
    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        NodeSettings config = group.getNodeSettings(key);
        List<Object> elements = new ArrayList<>();
        for (int i = 0; config.containsKey(Integer.toString(i)); i++) {
            elements.add(Fields.load(element, config.getNodeSettings(Integer.toString(i))));
        }
        return isArray
                ? elements.toArray((Object[]) Array.newInstance(element, elements.size()))
                : List.copyOf(elements);
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        NodeSettings config = (NodeSettings) group.addNodeSettings(key);
        int index = 0;
        for (Object item : items(value)) {
            Fields.save(item, (NodeSettings) config.addNodeSettings(Integer.toString(index++)));
        }
    }

    private List<?> items(Object value) {
        if (value == null) {
            return List.of();
        }
        return isArray ? Arrays.asList((Object[]) value) : (List<?>) value;
    }

    @Override
    public Object absent() {
        return isArray ? Array.newInstance(element, 0) : List.of();
    }
}
