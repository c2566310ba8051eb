package org.dlpixel.executor.bridge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;

/** The serializer of each cell class, registered by the class itself. */
public final class CellSerializers {
    private static final Map<Class<?>, DataCellSerializer<?>> BY_CLASS = new ConcurrentHashMap<>();

    private CellSerializers() {}

    /** Called by the static initialiser of the cell class. */
    public static void register(Class<? extends DataCell> cell, DataCellSerializer<?> serializer) {
        BY_CLASS.put(cell, serializer);
    }

    /** The serializer of exactly this class. */
    @SuppressWarnings("unchecked")
    public static Optional<DataCellSerializer<DataCell>> find(Class<?> cell) {
        return Optional.ofNullable((DataCellSerializer<DataCell>) BY_CLASS.get(cell));
    }
}
