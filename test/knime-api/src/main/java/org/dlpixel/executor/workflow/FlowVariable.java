package org.dlpixel.executor.workflow;

import java.util.Objects;

/**
 * A named value that settings can be bound to.
 *
 * @param name name, not empty
 * @param type type
 * @param value a String, Integer, Double, Boolean or Long, as the type says; for {@link Type#OTHER}
 *     empty text, because no setting takes it
 */
public record FlowVariable(String name, Type type, Object value) {
    public FlowVariable {
        Objects.requireNonNull(type, "type");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("illegal variable name: '', must not be empty");
        }
        if (!type.java.isInstance(value)) {
            throw new IllegalArgumentException(
                    "illegal value of variable '" + name + "': " + value + ", must be " + type);
        }
    }

    /** The types whose conversions are known. */
    public enum Type {
        STRING(String.class),
        INTEGER(Integer.class),
        DOUBLE(Double.class),
        BOOLEAN(Boolean.class),
        LONG(Long.class),
        OTHER(String.class);

        private final Class<?> java;

        Type(Class<?> java) {
            this.java = java;
        }
    }
}
