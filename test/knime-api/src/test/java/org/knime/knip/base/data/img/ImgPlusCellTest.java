package org.knime.knip.base.data.img;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.DefaultLinearAxis;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

class ImgPlusCellTest {
    private static final AxisType[] XYZ = {Axes.X, Axes.Y, Axes.Z};

    @TempDir private Path folder;

    private NodeStorage storage;
    private BufferedDataTable table;

    @BeforeEach
    void openStorage() {
        storage = new NodeStorage(folder, "node");
    }

    static Stream<NativeType<?>> pixelTypes() {
        return Stream.of(
                new UnsignedByteType(),
                new ByteType(),
                new UnsignedShortType(),
                new ShortType(),
                new UnsignedIntType(),
                new IntType(),
                new FloatType(),
                new DoubleType());
    }

    @ParameterizedTest
    @MethodSource("pixelTypes")
    <T extends NativeType<T> & RealType<T>> void pixelsOfOneArrayComeBack(T type)
            throws IOException {
        Img<T> img = random(new ArrayImgFactory<>(type).create(5, 4, 3));

        ImgPlusValue<T> read = roundTrip(new ImgPlus<>(img, "a", XYZ));

        assertThat(read.getPixelType()).isEqualTo(type.getClass());
        assertThat(read.getImgPlus().getImg()).isInstanceOf(ArrayImg.class);
        assertSamePixels(read.getImgPlus(), img);
    }

    @ParameterizedTest
    @MethodSource("pixelTypes")
    <T extends NativeType<T> & RealType<T>> void pixelsOfPlanesComeBack(T type) throws IOException {
        Img<T> img = random(new PlanarImgFactory<>(type).create(5, 4, 3));

        ImgPlusValue<T> read = roundTrip(new ImgPlus<>(img, "a", XYZ));

        assertThat(read.getImgPlus().getImg()).isInstanceOf(PlanarImg.class);
        assertSamePixels(read.getImgPlus(), img);
    }

    @Test
    void imagesLargerThanTheBufferComeBack() throws IOException {
        Img<UnsignedShortType> img =
                random(new ArrayImgFactory<>(new UnsignedShortType()).create(1500, 501));

        assertSamePixels(roundTrip(new ImgPlus<>(img)).getImgPlus(), img);
    }

    @Test
    void metadataComeBackButUnitsAndOrigins() throws IOException {
        ImgPlus<FloatType> image =
                new ImgPlus<>(
                        ArrayImgs.floats(2, 3, 1),
                        "vessels",
                        new DefaultLinearAxis(Axes.X, "µm", 0.5, 7),
                        new DefaultLinearAxis(Axes.Y, "µm", 0.25),
                        new DefaultLinearAxis(Axes.get("Depth"), 2));
        image.setSource("/data/vessels.tif");
        image.getProperties().put("unit", "µm");
        image.getProperties().put("slices", 48);
        image.getProperties().put("low", 0.1);

        ImgPlusValue<FloatType> read = roundTrip(image);

        assertThat(read.getDimensions()).containsExactly(2, 3, 1);
        ImgPlus<FloatType> back = read.getImgPlus();
        assertThat(back.getName()).isEqualTo("vessels");
        assertThat(back.getSource()).isEqualTo("/data/vessels.tif");
        assertThat(back.getProperties())
                .containsEntry("unit", "µm")
                .containsEntry("slices", 48)
                .containsEntry("low", 0.1);
        assertThat(back.axis(0).type()).isSameAs(Axes.X);
        assertThat(back.axis(0).unit()).isNull();
        assertThat(back.averageScale(0)).isEqualTo(0.5);
        assertThat(back.averageScale(2)).isEqualTo(2);
        assertThat(back.axis(0).calibratedValue(0)).isZero();
        assertThat(back.dimensionIndex(Axes.get("Depth"))).isEqualTo(2);
        assertThat(read.getMetadata().getName()).isEqualTo("vessels");
        assertThat(read.getMetadata().dimensionIndex(Axes.Z)).isEqualTo(-1);
    }

    @Test
    void theFirstUseAlreadyLosesUnits() throws IOException {
        ImgPlus<FloatType> image =
                new ImgPlus<>(
                        ArrayImgs.floats(2, 3),
                        "a",
                        new DefaultLinearAxis(Axes.X, "µm"),
                        new DefaultLinearAxis(Axes.Y, "µm"));

        assertThat(factory().createCell(image).getImgPlus().axis(0).unit()).isNull();
    }

    @Test
    void aCellIsAlsoText() {
        assertThat(ImgPlusCell.TYPE.isCompatible(StringValue.class)).isTrue();
        assertThat(ImgPlusCell.TYPE.isCompatible(ImgPlusValue.class)).isTrue();
    }

    @Test
    void aCopyIsIndependent() throws IOException {
        ImgPlusValue<UnsignedByteType> read =
                roundTrip(new ImgPlus<>(ArrayImgs.unsignedBytes(2, 2)));

        read.getImgPlusCopy().firstElement().set(9);

        assertThat(read.getImgPlus().firstElement().get()).isZero();
    }

    @Test
    void everyReadOfTheTableReadsThePixelsAgain() throws IOException {
        ImgPlusValue<UnsignedByteType> read =
                roundTrip(new ImgPlus<>(ArrayImgs.unsignedBytes(2, 2)));
        read.getImgPlus();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(p -> p.getParent().getParent().endsWith("stores")).toList()) {
                Files.write(file, new byte[] {1, 2, 3, 4});
            }
        }

        ImgPlusValue<UnsignedByteType> again = lastRead();

        assertThat(again.getImgPlus().firstElement().get()).isEqualTo(1);
    }

    @Test
    void viewsAreRefused() {
        Img<UnsignedByteType> view =
                ImgView.wrap(
                        Views.zeroMin(Views.invertAxis(ArrayImgs.unsignedBytes(4, 4), 0)),
                        new ArrayImgFactory<>(new UnsignedByteType()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory().createCell(new ImgPlus<>(view)))
                .withMessageStartingWith("illegal image: net.imglib2.img.ImgView, must be");
    }

    @Test
    void imagesOfCellsAreRefused() {
        Img<UnsignedByteType> img = new CellImgFactory<>(new UnsignedByteType(), 2).create(4, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory().createCell(new ImgPlus<>(img)))
                .withMessageContaining("must be an ArrayImg or PlanarImg");
    }

    @Test
    void otherPixelTypesAreRefused() {
        Img<BitType> img = new ArrayImgFactory<>(new BitType()).create(4, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory().createCell(new ImgPlus<>(img)))
                .withMessageStartingWith("illegal pixel type: BitType, must be one of Unsigned");
    }

    @Test
    void otherPropertiesAreRefused() {
        ImgPlus<UnsignedByteType> image = new ImgPlus<>(ArrayImgs.unsignedBytes(4, 4));
        image.getProperties().put("p", new int[3]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory().createCell(image))
                .withMessageContaining("illegal image property 'p'");
    }

    private static <T extends RealType<T>> Img<T> random(Img<T> img) {
        Random random = new Random(7);
        for (T pixel : img) {
            pixel.setReal(
                    pixel.getMinValue() < 0 ? random.nextInt(200) - 100 : random.nextInt(200));
        }
        return img;
    }

    private static <T extends RealType<T>> void assertSamePixels(Img<T> actual, Img<T> expected) {
        assertThat(Intervals.dimensionsAsLongArray(actual))
                .isEqualTo(Intervals.dimensionsAsLongArray(expected));
        Cursor<T> position = expected.localizingCursor();
        RandomAccess<T> pixels = actual.randomAccess();
        while (position.hasNext()) {
            double value = position.next().getRealDouble();
            pixels.setPosition(position);
            assertThat(pixels.get().getRealDouble()).isEqualTo(value);
        }
    }

    private <T extends RealType<T>> ImgPlusValue<T> roundTrip(ImgPlus<T> image) throws IOException {
        DataTableSpec spec =
                new DataTableSpec(new DataColumnSpecCreator("i", ImgPlusCell.TYPE).createSpec());
        BufferedDataContainer container = context().createDataContainer(spec);
        container.addRowToTable(new DefaultRow("r", factory().createCell(image)));
        container.close();
        table = container.getTable();
        return lastRead();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends RealType<T>> ImgPlusValue<T> lastRead() {
        return (ImgPlusValue<T>) table.iterator().next().getCell(0);
    }

    private ImgPlusCellFactory factory() {
        return new ImgPlusCellFactory(context());
    }

    private ExecutionContext context() {
        return SharedSecrets.contexts().create(storage, ProgressSink.SILENT);
    }
}
