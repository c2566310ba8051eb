package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imglib2.img.array.ArrayImgs;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusCell;

class RegionTableTest {

    private static final ClassList CLASSES = new ClassList(List.of("nothing", "vessel", "cell"));
    private static final RegionTable.ImageColumns BOTH = new RegionTable.ImageColumns(0, 1);

    private static final DataTableSpec BARE =
            new DataTableSpec(
                    TestContext.column("raw", ImgPlusCell.TYPE),
                    TestContext.column("painted", ImgPlusCell.TYPE));

    @TempDir Path folder;

    private TestContext context;

    @BeforeEach
    void openStorage() {
        context = new TestContext(folder);
    }

    private static LabelledRegion region() {
        FloatImage image = FloatImage.zeros(3, 2, 1);
        for (int i = 0; i < 6; i++) {
            image.pixels()[i] = 10 * i;
        }
        LabelMask labels = new LabelMask(3, 2, new byte[] {-1, 0, 1, 2, -1, 0});
        Roi roi = new Roi(5, 7, 8, 9);
        return new LabelledRegion(
                "a.tif", 4, roi, Split.VALIDATION, image, labels, new IntensityRange(-3.5, 700));
    }

    private DataCell image(float... pixels) throws IOException {
        return context.cell(
                new ImgPlus<>(
                        ArrayImgs.floats(pixels, pixels.length, 1),
                        "a",
                        TestContext.axes(Axes.X, Axes.Y)));
    }

    private DataCell labels(int... values) throws IOException {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return context.cell(
                new ImgPlus<>(
                        ArrayImgs.unsignedShorts(shorts, values.length, 1),
                        "a",
                        TestContext.axes(Axes.X, Axes.Y)));
    }

    private RegionTable.Content bare(DataRow... rows) {
        return RegionTable.read(context.table(BARE, List.of(rows)), BOTH);
    }

    @Test
    void aRegionComesBackFromItsRow() throws Exception {
        DataRow row = RegionTable.row("r", region(), PixelType.UINT16, CLASSES, context.cells());
        DataTableSpec spec = RegionTable.spec();

        RegionTable.Content read =
                RegionTable.read(
                        context.table(spec, List.of(row)),
                        RegionTable.ImageColumns.of(spec, "", ""));

        assertThat(read.classes()).isEqualTo(CLASSES);
        assertThat(read.skipped()).isZero();
        RegionTable.Entry entry = read.entries().get(0);
        assertThat(entry.key()).isEqualTo("r");
        assertThat(entry.type()).isEqualTo(PixelType.UINT16);
        LabelledRegion r = entry.region();
        assertThat(r.source()).isEqualTo("a.tif");
        assertThat(r.slice()).isEqualTo(4);
        assertThat(r.roi()).isEqualTo(new Roi(5, 7, 8, 9));
        assertThat(r.split()).isEqualTo(Split.VALIDATION);
        assertThat(r.range()).isEqualTo(new IntensityRange(-3.5, 700));
        assertThat(r.image().pixels()).isEqualTo(region().image().pixels());
        assertThat(r.labels().classes()).isEqualTo(region().labels().classes());
    }

    @Test
    void onlyImageAndLabelsAreNeeded() throws IOException {
        RegionTable.Content read =
                bare(
                        new DefaultRow("x", image(0, 50, 100), labels(0, 1, 3)),
                        new DefaultRow("y", image(5, 5, 5), labels(2, 2, 0)));

        assertThat(read.classes()).isEqualTo(ClassList.numbered(3));
        LabelledRegion first = read.regions().get(0);
        assertThat(first.source()).isEqualTo("x");
        assertThat(first.slice()).isZero();
        assertThat(first.roi()).isEqualTo(new Roi(0, 0, 3, 1));
        assertThat(first.split()).isEqualTo(Split.TRAIN);
        assertThat(first.labels().classes()).containsExactly(-1, 0, 2);
        assertThat(first.range().low()).isEqualTo(1);
        assertThat(first.range().high()).isEqualTo(99.8);
        assertThat(read.entries().get(0).type()).isEqualTo(PixelType.FLOAT32);
        assertThat(read.regions().get(1).range()).isEqualTo(new IntensityRange(5, 5));
    }

    @Test
    void regionsOfOneSourceAreNumberedWhereTheSliceIsUnknown() throws IOException {
        DataTableSpec spec =
                new DataTableSpec(
                        TestContext.column("raw", ImgPlusCell.TYPE),
                        TestContext.column("painted", ImgPlusCell.TYPE),
                        TestContext.column(Columns.SOURCE, StringCell.TYPE));
        DataRow[] rows = new DataRow[3];
        for (int i = 0; i < 3; i++) {
            StringCell source = new StringCell(i == 1 ? "b" : "a");
            rows[i] = new DefaultRow("Row" + i, image(1, 2), labels(1, 2), source);
        }

        RegionTable.Content read = RegionTable.read(context.table(spec, List.of(rows)), BOTH);

        assertThat(read.regions())
                .extracting(r -> r.source() + r.slice())
                .containsExactly("a0", "b0", "a1");
    }

    @Test
    void rowsWithMissingCellsAreCounted() throws IOException {
        RegionTable.Content read =
                bare(
                        new DefaultRow("x", image(1, 2), DataType.getMissingCell()),
                        new DefaultRow("y", image(1, 2), labels(1, 2)),
                        new DefaultRow("z", DataType.getMissingCell(), labels(1, 2)));

        assertThat(read.skipped()).isEqualTo(2);
        assertThat(read.entries()).extracting(RegionTable.Entry::key).containsExactly("y");
    }

    @Test
    void anEmptyTableHoldsNothing() {
        RegionTable.Content read = bare();

        assertThat(read.entries()).isEmpty();
        assertThat(read.classes()).isEqualTo(ClassList.numbered(2));
    }

    @Test
    void aWrongLabelIsNamedWithItsRow() throws IOException {
        DataRow row = new DefaultRow("x", image(1, 2), labels(1, 300));

        assertThatThrownBy(() -> bare(row))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("Row x", "label value: 300", "whole number from 0 to 127");
    }

    @Test
    void labelsOfAnotherSizeAreNamedWithTheirRow() throws IOException {
        DataRow row = new DefaultRow("x", image(1, 2, 3), labels(1, 2));

        assertThatThrownBy(() -> bare(row))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("size of the labels of x", "2 x 1", "3 x 1");
    }

    @Test
    void pixelsThatAreNoNumbersAreNamedWithTheirRow() throws IOException {
        DataRow row = new DefaultRow("x", image(1, Float.NaN), labels(1, 2));

        assertThatThrownBy(() -> bare(row))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("row x", "NaN", "finite");
    }

    @Test
    void aStackIsNoRegion() throws IOException {
        DataCell stack =
                context.cell(
                        new ImgPlus<>(
                                ArrayImgs.floats(2, 1, 3),
                                "a",
                                TestContext.axes(Axes.X, Axes.Y, Axes.Z)));
        DataRow row = new DefaultRow("x", stack, labels(1, 2));

        assertThatThrownBy(() -> bare(row))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("image of row x", "3 slices", "one slice");
    }

    @Test
    void aWrongSplitIsNamed() throws IOException, InvalidSettingsException {
        DataTableSpec spec =
                new DataTableSpec(
                        TestContext.column("raw", ImgPlusCell.TYPE),
                        TestContext.column("painted", ImgPlusCell.TYPE),
                        TestContext.column(Columns.SPLIT, StringCell.TYPE));
        DataRow row = new DefaultRow("x", image(1, 2), labels(1, 2), new StringCell("test"));

        assertThatThrownBy(() -> RegionTable.read(context.table(spec, List.of(row)), BOTH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("split", "test", "train");
    }

    @Test
    void rowsThatNameOtherClassesAreRefused() throws Exception {
        ClassList others = new ClassList(List.of("nothing", "cell", "vessel"));
        List<DataRow> rows =
                List.of(
                        RegionTable.row("a", region(), PixelType.UINT16, CLASSES, context.cells()),
                        RegionTable.row("b", region(), PixelType.UINT16, others, context.cells()));

        assertThatThrownBy(
                        () ->
                                RegionTable.read(
                                        context.table(RegionTable.spec(), rows),
                                        RegionTable.ImageColumns.of(RegionTable.spec(), "", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("row b", "cell, vessel", "vessel, cell");
    }
}
