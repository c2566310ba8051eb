package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns; a table that is not known has none. */
public final class ColumnSelectionUtil {
    private ColumnSelectionUtil() {}

    public static List<DataColumnSpec> getAllColumnsOfFirstPort(NodeParametersInput input) {
        return getAllColumns(input, 0);
    }

    public static List<DataColumnSpec> getAllColumns(NodeParametersInput input, int portIndex) {
        return getFilteredColumns(input, portIndex, c -> true);
    }

    public static List<DataColumnSpec> getFilteredColumns(
            NodeParametersInput input, int portIndex, Predicate<DataColumnSpec> filter) {
        return input.getInTableSpec(portIndex)
                .map(spec -> spec.stream().filter(filter).toList())
                .orElse(List.of());
    }

    public static Optional<DataColumnSpec> getFirstColumn(
            NodeParametersInput input, int portIndex) {
        return getAllColumns(input, portIndex).stream().findFirst();
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(
            NodeParametersInput input, Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, 0, compatible(valueClasses));
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            NodeParametersInput input, int portIndex, Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, portIndex, compatible(valueClasses));
    }

    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(
            DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
        return spec.stream().filter(compatible(valueClasses)).toList();
    }

    public static List<DataColumnSpec> getCompatibleColumns(
            DataTableSpec spec, Collection<Class<? extends DataValue>> valueClasses) {
        return spec.stream().filter(compatible(valueClasses)).toList();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(
            NodeParametersInput input, Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, 0, compatible(valueClasses)).stream().findFirst();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            NodeParametersInput input, int portIndex, Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, portIndex, compatible(valueClasses)).stream().findFirst();
    }

    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(
            DataTableSpec spec, Class<? extends DataValue>... valueClasses) {
        return spec.stream().filter(compatible(valueClasses)).findFirst();
    }

    private static Predicate<DataColumnSpec> compatible(Class<?>... valueClasses) {
        return compatible(
                Arrays.stream(valueClasses)
                        .<Class<? extends DataValue>>map(c -> c.asSubclass(DataValue.class))
                        .toList());
    }

    private static Predicate<DataColumnSpec> compatible(
            Collection<Class<? extends DataValue>> valueClasses) {
        return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
