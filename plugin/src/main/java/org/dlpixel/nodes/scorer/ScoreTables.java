package org.dlpixel.nodes.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dlpixel.core.score.ConfusionMatrix;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;
import org.dlpixel.core.score.SliceScore;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ScoreColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The three output tables of the Segmentation Scorer. */
final class ScoreTables {

    private static final String ALL_FOREGROUND = "all foreground";

    private ScoreTables() {}

    static DataTableSpec pooledSpec() {
        return ScoreColumns.spec();
    }

    static DataTableSpec sliceSpec() {
        return new DataTableSpecCreator(
                        new DataTableSpec(
                                "Scores per slice",
                                new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE)
                                        .createSpec(),
                                new DataColumnSpecCreator(Columns.TIME, IntCell.TYPE).createSpec(),
                                new DataColumnSpecCreator(Columns.SLICE, IntCell.TYPE)
                                        .createSpec()))
                .addColumns(ScoreColumns.spec())
                .createSpec();
    }

    static DataTableSpec countSpec() {
        return new DataTableSpec(
                "Confusion",
                new DataColumnSpecCreator(ScoreColumns.SCOPE, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("True class", StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Found class", StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Voxels", LongCell.TYPE).createSpec());
    }

    static BufferedDataTable pooled(Scoring scoring, ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(pooledSpec());
        for (ScoreRow row : scoring.scores().rows()) {
            String key = row.scope().label() + " " + row.classText();
            table.addRowToTable(new DefaultRow(key, cells(scoring, row)));
        }
        table.close();
        return table.getTable();
    }

    static BufferedDataTable slices(Scoring scoring, ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(sliceSpec());
        List<SliceScore> slices = scoring.scores().slices();
        int key = 0;
        for (int i = 0; i < slices.size(); i++) {
            SliceScore slice = slices.get(i);
            for (ScoreRow row : ScoreRow.of(slice.scope(), slice.matrix())) {
                List<DataCell> cells = new ArrayList<>();
                Scoring.Place place = scoring.places().get(i);
                cells.add(new StringCell(place.source()));
                cells.add(place.slice().timeCell());
                cells.add(place.slice().sliceCell());
                cells.addAll(cells(scoring, row));
                table.addRowToTable(new DefaultRow("Row" + key++, cells));
            }
        }
        table.close();
        return table.getTable();
    }

    static BufferedDataTable counts(Scoring scoring, ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(countSpec());
        for (Scope scope : Scope.values()) {
            ConfusionMatrix matrix = scoring.scores().pooled(scope);
            for (int t = 0; t < matrix.classes() && matrix.total() > 0; t++) {
                for (int f = 0; f < matrix.classes(); f++) {
                    table.addRowToTable(
                            new DefaultRow(
                                    scope.label() + " " + t + " " + f,
                                    new StringCell(scope.label()),
                                    new StringCell(scoring.names().name(t)),
                                    new StringCell(scoring.names().name(f)),
                                    new LongCell(matrix.count(t, f))));
                }
            }
        }
        table.close();
        return table.getTable();
    }

    private static List<DataCell> cells(Scoring scoring, ScoreRow row) {
        OptionalInt c = row.classIndex();
        String name = c.isPresent() ? scoring.names().name(c.getAsInt()) : ALL_FOREGROUND;
        return ScoreColumns.cells(row, name);
    }
}
