package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A set of cells in order of addition; made by {@link CollectionCellFactory}. */
@SuppressWarnings("serial")
public class SetCell extends DataCell implements SetDataValue {
    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(SetCell.class, new SetCellSerializer());
    }

    private final Set<DataCell> cells;
    private final DataType elementType;

    SetCell(Collection<? extends DataCell> cells) {
        this.cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
        this.elementType = Elements.commonType(cells);
    }

    /** Type of sets with elements of a type. */
    public static final DataType getCollectionType(DataType elementType) {
        return DataType.getType(SetCell.class, elementType);
    }

    @Override
    public DataType getElementType() {
        return elementType;
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public boolean contains(DataCell cell) {
        return cells.contains(cell);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    protected boolean equalsDataCell(DataCell other) {
        return cells.equals(((SetCell) other).cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }

    /** Writes the elements. */
    public static final class SetCellSerializer implements DataCellSerializer<SetCell> {
        public SetCellSerializer() {}

        @Override
        public void serialize(SetCell cell, DataCellDataOutput output) throws IOException {
            Elements.write(cell.cells, output);
        }

        @Override
        public SetCell deserialize(DataCellDataInput input) throws IOException {
            return new SetCell(Elements.read(input));
        }
    }
}
