package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The plain cells of one row, by column name; a missing column or cell is an empty answer. */
public final class PlainCells {

    private final DataTableSpec spec;
    private final DataRow row;

    public PlainCells(DataTableSpec spec, DataRow row) {
        this.spec = spec;
        this.row = row;
    }

    public Optional<String> text(String column) {
        OptionalInt i = Columns.plain(spec, column, StringValue.class);
        return cell(i).map(c -> ((StringValue) c).getStringValue());
    }

    public Optional<Integer> whole(String column) {
        return cell(Columns.plain(spec, column, IntValue.class))
                .map(c -> ((IntValue) c).getIntValue());
    }

    public Optional<Double> number(String column) {
        return cell(Columns.plain(spec, column, DoubleValue.class))
                .map(c -> ((DoubleValue) c).getDoubleValue());
    }

    public Optional<List<String>> texts(String column) {
        return cell(Columns.plain(spec, column, ListDataValue.class))
                .map(c -> texts((ListDataValue) c));
    }

    /** A list cell of strings. */
    public static DataCell list(List<String> texts) {
        return CollectionCellFactory.createListCell(texts.stream().map(StringCell::new).toList());
    }

    /** A cell of a real number, missing if it is none. */
    public static DataCell number(double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    /** A list cell of real numbers; missing where one is none. */
    public static DataCell numbers(List<Double> values) {
        return CollectionCellFactory.createListCell(
                values.stream().map(PlainCells::number).toList());
    }

    private Optional<DataCell> cell(OptionalInt column) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        DataCell cell = row.getCell(column.getAsInt());
        return cell.isMissing() ? Optional.empty() : Optional.of(cell);
    }

    private static List<String> texts(ListDataValue list) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            out.add(list.get(i).toString());
        }
        return out;
    }
}
