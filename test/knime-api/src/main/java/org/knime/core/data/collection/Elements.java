package org.knime.core.data.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataType;

/** What lists and sets share. */
final class Elements {
    private Elements() {}

    static DataType commonType(Collection<? extends DataCell> cells) {
        return cells.stream()
                .filter(cell -> !cell.isMissing())
                .map(DataCell::getType)
                .distinct()
                .reduce(DataType::getCommonSuperType)
                .orElseGet(() -> DataType.getMissingCell().getType());
    }

    static void write(Collection<DataCell> cells, DataCellDataOutput output) throws IOException {
        output.writeInt(cells.size());
        for (DataCell cell : cells) {
            output.writeDataCell(cell);
        }
    }

    static List<DataCell> read(DataCellDataInput input) throws IOException {
        int size = input.readInt();
        List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            cells.add(input.readDataCell());
        }
        return cells;
    }
}
