package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** Finds classes of cells and values. */
final class ValueClasses {
    private static final ClassValue<Set<Class<? extends DataValue>>> CACHE =
            new ClassValue<>() {
                @Override
                protected Set<Class<? extends DataValue>> computeValue(Class<?> type) {
                    Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
                    collect(type, values);
                    return Collections.unmodifiableSet(values);
                }
            };

    private ValueClasses() {}

    /** Every interface of the cell class that is a value. */
    static Set<Class<? extends DataValue>> of(Class<? extends DataCell> cell) {
        return CACHE.get(cell);
    }

    private static void collect(Class<?> type, Set<Class<? extends DataValue>> values) {
        if (type == null) {
            return;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(parent)) {
                values.add(parent.asSubclass(DataValue.class));
            }
            collect(parent, values);
        }
        collect(type.getSuperclass(), values);
    }

    static Class<? extends DataCell> cellClass(String name) throws InvalidSettingsException {
        try {
            return Class.forName(name, false, DataType.class.getClassLoader())
                    .asSubclass(DataCell.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new InvalidSettingsException(
                    "illegal cell class: " + name + ", must be a known cell class", e);
        }
    }
}
