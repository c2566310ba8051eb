package org.dlpixel.nodes.learner;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.score.ConfusionMatrix;
import org.dlpixel.core.train.course.Examined;
import org.dlpixel.core.view.ValidationPicture;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.PlainCells;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What was made of the held-out regions, one picture per region. */
final class ValidationPictures {

    private ValidationPictures() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                "Validation pictures",
                Pictures.column("Picture"),
                new DataColumnSpecCreator(Columns.SOURCE, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.SLICE, IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator(Columns.ROI, StringCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Labelled pixels", IntCell.TYPE).createSpec(),
                new DataColumnSpecCreator("Dice", DoubleCell.TYPE).createSpec(),
                new DataColumnSpecCreator(
                                "Dice by class", ListCell.getCollectionType(DoubleCell.TYPE))
                        .createSpec());
    }

    /**
     * @param context whose channels the regions have
     */
    static BufferedDataTable of(
            List<Examined> examined,
            ClassList classes,
            SliceContext context,
            ExecutionContext exec) {
        BufferedDataContainer table = exec.createDataContainer(spec());
        for (int i = 0; i < examined.size(); i++) {
            LabelledRegion region = examined.get(i).region();
            ConfusionMatrix counts = new ConfusionMatrix(classes.size());
            counts.add(region.labels(), examined.get(i).predicted().classes());
            table.addRowToTable(
                    new DefaultRow(
                            "Row" + i,
                            Pictures.cell(png(examined.get(i), classes, context)),
                            new StringCell(region.source()),
                            new IntCell(region.slice()),
                            new StringCell(region.roi().toString()),
                            new IntCell((int) region.labels().labelled()),
                            PlainCells.number(counts.meanForegroundDice()),
                            PlainCells.numbers(
                                    classes.names().stream()
                                            .map(name -> counts.dice(classes.names().indexOf(name)))
                                            .toList())));
        }
        table.close();
        return table.getTable();
    }

    private static byte[] png(Examined examined, ClassList classes, SliceContext context) {
        LabelledRegion region = examined.region();
        FloatImage seen = region.range().normalised(region.image());
        int channels = seen.channels() / context.slices();
        int first = context.neighbours() * channels;
        FloatImage own = seen.channels(first, first + channels);
        return ValidationPicture.render(
                        own, region.labels(), examined.predicted().classes(), classes)
                .png();
    }
}
