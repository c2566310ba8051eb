package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Scores as columns of a table, and back; an undefined score is a missing cell. */
public final class ScoreColumns {

    /** {@code held-out}, {@code annotated} or {@code all}. */
    public static final String SCOPE = "Scope";

    /** Class index, or {@code all}. */
    public static final String CLASS = "Class";

    private static final String CLASS_NAME = "Class name";
    private static final List<String> SCORES =
            List.of("Dice", "IoU", "Precision", "Recall", "Accuracy");

    private ScoreColumns() {}

    public static DataTableSpec spec() {
        List<org.knime.core.data.DataColumnSpec> columns = new ArrayList<>();
        for (String name : List.of(SCOPE, CLASS, CLASS_NAME)) {
            columns.add(new DataColumnSpecCreator(name, StringCell.TYPE).createSpec());
        }
        for (String name : SCORES) {
            columns.add(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
        }
        return new DataTableSpec(
                "Scores", columns.toArray(org.knime.core.data.DataColumnSpec[]::new));
    }

    /** One row of scores. */
    public static List<DataCell> cells(ScoreRow row, String className) {
        List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(row.scope().label()));
        cells.add(new StringCell(row.classText()));
        cells.add(new StringCell(className));
        for (double score :
                new double[] {
                    row.dice(), row.iou(), row.precision(), row.recall(), row.accuracy()
                }) {
            cells.add(Double.isNaN(score) ? DataType.getMissingCell() : new DoubleCell(score));
        }
        return cells;
    }

    /**
     * Reads a table of scores.
     *
     * @throws InvalidInput if a column is missing or a cell is of another form
     */
    public static List<ScoreRow> read(BufferedDataTable table) {
        DataTableSpec spec = table.getDataTableSpec();
        List<ScoreRow> out = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                PlainCells cells = new PlainCells(spec, row);
                Scope scope = Scope.parse(required(cells, row, SCOPE));
                OptionalInt index = ScoreRow.parseClass(required(cells, row, CLASS));
                double[] s =
                        SCORES.stream()
                                .mapToDouble(name -> cells.number(name).orElse(Double.NaN))
                                .toArray();
                out.add(new ScoreRow(scope, index, s[0], s[1], s[2], s[3], s[4]));
            }
        }
        return out;
    }

    private static String required(PlainCells cells, DataRow row, String column) {
        return cells.text(column)
                .orElseThrow(
                        () ->
                                InvalidInput.of(
                                        "score in row " + row.getKey().getString(),
                                        "no column or cell '" + column + "'",
                                        "a row of the Segmentation Scorer"));
    }
}
