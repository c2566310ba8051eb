package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.dlpixel.executor.bridge.CellSerializers;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A list of cells; made by {@link CollectionCellFactory}. */
@SuppressWarnings("serial")
public class ListCell extends DataCell implements ListDataValue {
    private static final long serialVersionUID = 1L;

    static {
        CellSerializers.register(ListCell.class, new ListCellSerializer());
    }

    private final List<DataCell> cells;
    private final DataType elementType;

    ListCell(Collection<? extends DataCell> cells) {
        this.cells = List.copyOf(cells);
        this.elementType = Elements.commonType(cells);
    }

    /** Type of lists with elements of a type. */
    public static final DataType getCollectionType(DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
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
    public DataCell get(int index) {
        return cells.get(index);
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
        return cells.equals(((ListCell) other).cells);
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
    public static final class ListCellSerializer implements DataCellSerializer<ListCell> {
        public ListCellSerializer() {}

        @Override
        public void serialize(ListCell cell, DataCellDataOutput output) throws IOException {
            Elements.write(cell.cells, output);
        }

        @Override
        public ListCell deserialize(DataCellDataInput input) throws IOException {
            return new ListCell(Elements.read(input));
        }
    }
}
