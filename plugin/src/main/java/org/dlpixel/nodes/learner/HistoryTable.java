package org.dlpixel.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.Calibration;
import org.dlpixel.core.train.EpochRecord;
import org.dlpixel.core.train.TrainingHistory;
import org.dlpixel.core.train.ValidationScore;
import org.dlpixel.core.view.Palette;
import org.dlpixel.core.view.ReliabilityDiagram;
import org.dlpixel.core.view.Series;
import org.dlpixel.core.view.TrainingCurve;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.PlainCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** How a training went, as a table and as a picture. */
final class HistoryTable {

    private static final int WIDTH = 480;

    private HistoryTable() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                "Training history",
                new DataColumnSpecCreator("Epoch", IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Loss", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Validation loss", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Validation Dice", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator(
                                "Validation Dice by class",
                                ListCell.getCollectionType(DoubleCell.TYPE))
                        .createSpec(),
                new DataColumnSpecCreator("Learning rate", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Seconds", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Kept", BooleanCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Patches per second", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Waiting share", DoubleCell.TYPE).createSpec());
    }

    static DataTableSpec curveSpec() {
        return new DataTableSpec("Training curve", Pictures.column("Training curve"));
    }

    static BufferedDataTable of(TrainingHistory history, ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(spec());
        EpochRecord kept = history.kept();
        for (EpochRecord e : history.epochs()) {
            table.addRowToTable(
                    new DefaultRow(
                            "Epoch " + e.epoch(),
                            new IntCell(e.epoch()),
                            PlainCells.number(e.loss()),
                            PlainCells.number(validation(e, ValidationScore::loss)),
                            PlainCells.number(validation(e, ValidationScore::meanForegroundDice)),
                            byClass(e),
                            PlainCells.number(e.learningRate()),
                            PlainCells.number(e.seconds()),
                            BooleanCellFactory.create(e.epoch() == kept.epoch()),
                            PlainCells.number(history.pace().patchesPerSecond()),
                            PlainCells.number(history.pace().waitingShare())));
        }
        table.close();
        return table.getTable();
    }

    private static DataCell byClass(EpochRecord epoch) {
        return epoch.validation().isEmpty()
                ? DataType.getMissingCell()
                : PlainCells.numbers(
                        epoch.validation().get().dice().stream()
                                .map(dice -> dice.orElse(Double.NaN))
                                .toList());
    }

    /** The curve, and below it the calibration if it is known. */
    static BufferedDataTable curve(
            TrainingHistory history,
            Optional<Calibration> calibration,
            ClassList classes,
            ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(curveSpec());
        byte[] png = curve(history, classes).render().png();
        table.addRowToTable(new DefaultRow("Training curve", Pictures.cell(png)));
        if (calibration.isPresent()) {
            byte[] reliability = ReliabilityDiagram.render(calibration.get(), WIDTH).png();
            table.addRowToTable(new DefaultRow(Pictures.CALIBRATION, Pictures.cell(reliability)));
        }
        table.close();
        return table.getTable();
    }

    private static TrainingCurve curve(TrainingHistory history, ClassList classes) {
        List<Series> loss = new ArrayList<>();
        loss.add(
                Series.counted(
                        "training", TrainingCurve.TRAINING, values(history, EpochRecord::loss)));
        List<Series> dice = new ArrayList<>();
        if (history.isValidated()) {
            loss.add(
                    Series.counted(
                            "held-out",
                            TrainingCurve.VALIDATION,
                            values(history, e -> validation(e, ValidationScore::loss))));
            for (int c = 1; c < classes.size(); c++) {
                int index = c;
                dice.add(
                        Series.counted(
                                classes.name(c),
                                Palette.of(c),
                                values(
                                        history,
                                        e ->
                                                validation(
                                                        e,
                                                        v ->
                                                                v.dice()
                                                                        .get(index)
                                                                        .orElse(Double.NaN)))));
            }
        }
        Series rate =
                Series.counted(
                        "",
                        TrainingCurve.LEARNING_RATE,
                        values(history, EpochRecord::learningRate));
        return new TrainingCurve(
                loss, dice, List.of(rate), "epoch", OptionalDouble.of(history.kept().epoch()));
    }

    private static double[] values(TrainingHistory history, ToDoubleFunction<EpochRecord> value) {
        return history.epochs().stream().mapToDouble(value).toArray();
    }

    private static double validation(EpochRecord epoch, ToDoubleFunction<ValidationScore> value) {
        return epoch.validation().isPresent()
                ? value.applyAsDouble(epoch.validation().get())
                : Double.NaN;
    }
}
