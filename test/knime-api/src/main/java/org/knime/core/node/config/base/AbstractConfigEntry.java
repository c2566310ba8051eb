package org.knime.core.node.config.base;

/** One entry of a settings tree: a typed value, or a subtree. */
public abstract class AbstractConfigEntry {
    private String key;
    private final ConfigEntries type;

    AbstractConfigEntry(String key, ConfigEntries type) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("illegal key: " + key + ", must not be empty");
        }
        this.key = key;
        this.type = type;
    }

    public final String getKey() {
        return key;
    }

    public final ConfigEntries getType() {
        return type;
    }

    /** The value as it stands in the XML file before escaping; null stands for null. */
    public abstract String toStringValue();

    /** Only the root of a file that was read is renamed. */
    final void rename(String newKey) {
        key = newKey;
    }
}
