package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * Type of a cell or column: a cell class, or what several cell classes have in common. A collection
 * type also has the type of its elements.
 */
public final class DataType {
    private static final String CELL_CLASS = "cell_class";
    private static final String ELEMENT_TYPE = "collection_element_type";

    private final Optional<Class<? extends DataCell>> cellClass;
    private final Set<Class<? extends DataValue>> values;
    private final Optional<DataType> element;

    private DataType(
            Optional<Class<? extends DataCell>> cellClass,
            Set<Class<? extends DataValue>> values,
            Optional<DataType> element) {
        this.cellClass = cellClass;
        this.values = values;
        this.element = element;
    }

    /** Type of the cells of a class that is no collection. */
    public static DataType getType(Class<? extends DataCell> cell) {
        return getType(cell, null);
    }

    /** Type of the collection cells of a class with elements of a type. */
    public static DataType getType(Class<? extends DataCell> cell, DataType elementType) {
        return new DataType(
                Optional.of(cell), ValueClasses.of(cell), Optional.ofNullable(elementType));
    }

    /** The cell that stands for no value. */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    static DataType of(DataCell cell) {
        DataType elementType =
                cell instanceof CollectionDataValue collection ? collection.getElementType() : null;
        return getType(cell.getClass(), elementType);
    }

    /** What two types have in common. */
    public static DataType getCommonSuperType(DataType one, DataType other) {
        if (one.isASuperTypeOf(other)) {
            return one;
        }
        if (other.isASuperTypeOf(one)) {
            return other;
        }
        Set<Class<? extends DataValue>> common = new LinkedHashSet<>(one.values);
        common.retainAll(other.values);
        Optional<DataType> elements =
                one.element.flatMap(a -> other.element.map(b -> getCommonSuperType(a, b)));
        boolean sameClass = one.cellClass.isPresent() && one.cellClass.equals(other.cellClass);
        return new DataType(sameClass ? one.cellClass : Optional.empty(), common, elements);
    }

    /** Whether cells of the other type fit into a column of this one: they have all its values. */
    public boolean isASuperTypeOf(DataType other) {
        if (other.isMissingValueType()) {
            return true;
        }
        return other.values.containsAll(values)
                && element.map(e -> other.element.map(e::isASuperTypeOf).orElse(false))
                        .orElse(true);
    }

    /** Whether cells of this type can be seen as the value class. */
    public boolean isCompatible(Class<? extends DataValue> valueClass) {
        return isMissingValueType() || values.contains(valueClass);
    }

    /** Whether this is the type of missing cells. */
    public boolean isMissingValueType() {
        return cellClass.filter(MissingCell.class::equals).isPresent();
    }

    /** The cell class, or null if several cell classes have this type. */
    public Class<? extends DataCell> getCellClass() {
        return cellClass.orElse(null);
    }

    /** What cells of this type can be seen as. */
    public List<Class<? extends DataValue>> getValueClasses() {
        return List.copyOf(values);
    }

    /** Whether cells of this type are collections. */
    public boolean isCollectionType() {
        return element.isPresent();
    }

    /** Type of the elements, or null if this is no collection type. */
    public DataType getCollectionElementType() {
        return element.orElse(null);
    }

    /** The type in words. */
    public String getName() {
        return cellClass
                .map(cell -> cell.getSimpleName().replaceFirst("Cell$", ""))
                .orElseGet(
                        () ->
                                values.stream()
                                        .map(Class::getSimpleName)
                                        .collect(Collectors.joining(", ", "[", "]")));
    }

    /** Writes the type; only types with a cell class. */
    public void save(ConfigWO config) {
        element.ifPresent(type -> type.save(config.addConfig(ELEMENT_TYPE)));
        config.addString(
                CELL_CLASS,
                cellClass
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "illegal type: "
                                                        + this
                                                        + ", must have one cell class"))
                        .getName());
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws InvalidSettingsException if there is no such cell class
     */
    public static DataType load(ConfigRO config) throws InvalidSettingsException {
        String name = config.getString(CELL_CLASS);
        DataType elementType =
                config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        return getType(ValueClasses.cellClass(name), elementType);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataType that
                && cellClass.equals(that.cellClass)
                && values.equals(that.values)
                && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cellClass, values, element);
    }

    @Override
    public String toString() {
        return getName() + element.map(type -> " (of " + type + ")").orElse("");
    }
}
