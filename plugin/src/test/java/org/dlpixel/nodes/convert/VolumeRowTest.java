package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imglib2.img.array.ArrayImgs;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.TiffWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.knip.base.data.img.ImgPlusCell;

class VolumeRowTest {

    private static final VolumeRow.ImageColumns COLUMNS =
            new VolumeRow.ImageColumns(
                    OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(2), OptionalInt.empty());

    @TempDir Path folder;

    private TestContext context;

    @BeforeEach
    void openStorage() {
        context = new TestContext(folder);
    }

    /** Two slices of 2 x 1 pixels. */
    private DataCell stack(int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return context.cell(
                new ImgPlus<>(
                        ArrayImgs.unsignedBytes(bytes, 2, 1, values.length / 2),
                        "a",
                        TestContext.axes(Axes.X, Axes.Y, Axes.Z)));
    }

    private VolumeRow row(DataCell image, DataCell labels, DataCell truth) {
        DefaultRow row =
                new DefaultRow(
                        "r",
                        image,
                        labels,
                        truth,
                        new StringCell("a.tif"),
                        PlainCells.list(List.of("nothing", "cell")),
                        new DoubleCell(1),
                        new DoubleCell(9));
        DataTableSpec spec = VolumeTable.spec();
        return VolumeRow.of(spec, context.table(spec, List.of(row)).iterator().next(), COLUMNS);
    }

    @Test
    void everythingInARowIsFound() throws IOException {
        VolumeRow row = row(stack(1, 2, 3, 4), stack(0, 1, 2, 0), stack(0, 0, 1, 1));

        assertThat(row.key()).isEqualTo("r");
        assertThat(row.source()).isEqualTo("a.tif");
        assertThat(row.classes()).contains(new ClassList(List.of("nothing", "cell")));
        assertThat(row.range()).contains(new IntensityRange(1, 9));
        assertThat(row.segmentation()).isEmpty();
        assertThat(row.image().orElseThrow().slice(1).pixels()).containsExactly(3, 4);
        assertThat(row.labelMask(1).orElseThrow().classes()).containsExactly(1, -1);
        assertThat(VolumeRow.classIndices(row.truth().orElseThrow(), 1)).containsExactly(1, 1);
    }

    @Test
    void missingCellsAreEmpty() {
        DataCell missing = DataType.getMissingCell();

        VolumeRow row = row(missing, missing, missing);

        assertThat(row.image()).isEmpty();
        assertThat(row.labels()).isEmpty();
        assertThat(row.truth()).isEmpty();
        assertThat(row.labelMask(0)).isEmpty();
    }

    @Test
    void imagesOfDifferentSizeAreNamed() throws IOException {
        DataCell image = stack(1, 2, 3, 4);
        DataCell truth = stack(0, 1);

        assertThatThrownBy(() -> row(image, DataType.getMissingCell(), truth))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(
                        "size of the truth of row r", "1 x 1 x 2", "image of row r", "2 x 1 x 2");
    }

    private VolumeRow previewed(DataCell truth, DataCell segmentation, String slices) {
        DataTableSpec spec =
                new DataTableSpec(
                        TestContext.column(Columns.TRUTH, ImgPlusCell.TYPE),
                        TestContext.column("Found", ImgPlusCell.TYPE),
                        TestContext.column(Columns.slicesOf("Found"), StringCell.TYPE));
        DefaultRow row = new DefaultRow("r", truth, segmentation, new StringCell(slices));
        VolumeRow.ImageColumns columns =
                new VolumeRow.ImageColumns(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(0),
                        OptionalInt.of(1));
        return VolumeRow.of(spec, context.table(spec, List.of(row)).iterator().next(), columns);
    }

    @Test
    void aSegmentationOfSomeSlicesIsMatchedByTheColumnThatTellsThem() throws IOException {
        DataCell truth = stack(0, 1, 0, 2, 0, 3, 0, 4, 0, 5);
        DataCell found = stack(0, 1, 0, 3);

        assertThat(previewed(truth, found, "1..4/2").segmentedSlices()).containsExactly(1, 3);
        assertThat(previewed(truth, found, "3..").segmentedSlices()).containsExactly(3, 4);
        assertThat(previewed(truth, found, "3..").place(4).text()).isEqualTo("slice 4");
        assertThatThrownBy(() -> previewed(truth, found, "1..4"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(
                        "size of the segmentation of row r", "2 x 1 x 2", "slices chosen, 4 x 1");
    }

    @Test
    void slicesOfTimePointsAreToldByBoth() throws IOException {
        byte[] values = new byte[12];
        DataCell film =
                context.cell(
                        new ImgPlus<>(
                                ArrayImgs.unsignedBytes(values, 2, 1, 3, 2),
                                "film",
                                TestContext.axes(Axes.X, Axes.Y, Axes.Z, Axes.TIME)));

        VolumeRow row = previewed(film, stack(0, 0, 0, 0), "1..1/1");

        assertThat(row.segmentedSlices()).containsExactly(1, 4);
        assertThat(row.place(4).text()).isEqualTo("time 1, slice 1");
        assertThat(row.place(4).key()).isEqualTo("1_1");
    }

    @Test
    void aValueThatIsNoClassIsNamedWithItsSlice() throws IOException {
        VolumeRow row = row(stack(1, 2, 3, 4), stack(0, 1, 2, 200), DataType.getMissingCell());

        assertThatThrownBy(() -> row.labelMask(1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("labels of row r, slice 1", "label value: 200");
    }

    private VolumeRow withPath(String path) throws IOException {
        DataTableSpec spec =
                new DataTableSpec(
                        TestContext.column("File", StringCell.TYPE),
                        TestContext.column(Columns.LABEL, ImgPlusCell.TYPE),
                        TestContext.column(Columns.TRUTH, ImgPlusCell.TYPE));
        DefaultRow row =
                new DefaultRow("r", new StringCell(path), stack(0, 1, 2, 0), stack(0, 0, 1, 1));
        return VolumeRow.of(spec, context.table(spec, List.of(row)).iterator().next(), COLUMNS);
    }

    @Test
    void aPathIsOpenedAndClosedWithTheRow() throws IOException {
        Path file = folder.resolve("stack.tif");
        VolumeShape shape = new VolumeShape(2, 1, 2, 1);
        try (TiffWriter out =
                TiffWriter.create(file, shape, PixelType.UINT8, new VoxelSize(2, 2, 5, "um"))) {
            out.write(0, new byte[] {1, 2});
            out.write(1, new byte[] {3, 4});
        }

        try (VolumeRow row = withPath(file.toString())) {
            SliceSource image = row.image().orElseThrow();
            assertThat(image.slice(1).pixels()).containsExactly(3, 4);
            assertThat(image.voxelSize()).isEqualTo(new VoxelSize(2, 2, 5, "um"));
        }
        assertThat(file.toFile().delete()).isTrue();
    }

    @Test
    void aPathThatLeadsNowhereIsNamed() {
        Path file = folder.resolve("gone.tif");

        assertThatThrownBy(() -> withPath(file.toString()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> withPath(" "))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("path to the image of row r");
    }
}
