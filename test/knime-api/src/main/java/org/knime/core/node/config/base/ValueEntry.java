package org.knime.core.node.config.base;

/** A single value; null is possible for strings and passwords only. */
final class ValueEntry extends AbstractConfigEntry {
    private final Object value;

    ValueEntry(String key, ConfigEntries type, Object value) {
        super(key, type);
        this.value = value;
    }

    Object value() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return getKey() + "=>" + value;
    }
}
