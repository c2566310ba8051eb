package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.knime.core.util.FileUtil;

class ImgPlusRoundTripTest {

    private static Path folder;
    private static TestContext context;

    @BeforeContainer
    static void openStorage() throws IOException {
        folder = Files.createTempDirectory("dlpixel-images");
        context = new TestContext(folder);
    }

    @AfterContainer
    static void removeStorage() {
        assertThat(FileUtil.deleteRecursively(folder.toFile())).isTrue();
    }

    /** A stack of values that its pixel type can hold, the extremes among them. */
    private record Made(VolumeShape shape, PixelType pixelType, VoxelSize voxelSize)
            implements SliceSource {

        @Override
        public String name() {
            return "made";
        }

        @Override
        public void read(int slice, float[] target) {
            SplittableRandom random = new SplittableRandom(slice);
            for (int i = 0; i < target.length; i++) {
                target[i] = value(random, i);
            }
        }

        private float value(SplittableRandom random, int i) {
            if (pixelType.isFloat()) {
                return i == 0 ? Float.MAX_VALUE : (float) random.nextDouble(-1e6, 1e6);
            }
            // As floats are exact up to 24 bits only, so are the pixels of a slice source.
            double step = Math.max(1, (pixelType.max() - pixelType.min() + 1) / (1 << 24));
            long steps = (long) ((pixelType.max() - pixelType.min() + 1) / step);
            long at = i == 0 ? 0 : i == 1 ? steps - 1 : random.nextLong(steps);
            return (float) (pixelType.min() + step * at);
        }
    }

    @Property(tries = 60)
    void aStackComesBackFromItsCell(
            @ForAll PixelType type,
            @ForAll @IntRange(min = 1, max = 5) int width,
            @ForAll @IntRange(min = 1, max = 4) int height,
            @ForAll @IntRange(min = 1, max = 3) int slices,
            @ForAll @IntRange(min = 1, max = 3) int channels) {
        VoxelSize voxel = new VoxelSize(0.3, 0.4, 2.5, "µm");
        Made made = new Made(new VolumeShape(width, height, slices, channels), type, voxel);

        SliceSource read = roundTrip(ImgPlusImages.stack(made, Progress.none()));

        assertThat(read.shape()).isEqualTo(made.shape());
        assertThat(read.voxelSize()).isEqualTo(voxel);
        assertThat(read.pixelType())
                .isEqualTo(type == PixelType.FLOAT64 ? PixelType.FLOAT32 : type);
        for (int z = 0; z < slices; z++) {
            assertThat(read.slice(z).pixels()).isEqualTo(made.slice(z).pixels());
        }
    }

    @Example
    void theTimeStepOfAFilmComesBackFromItsCell() {
        VoxelSize voxel = new VoxelSize(0.3, 0.4, 2.5, "um", new TimeStep(12, "min"));
        for (int depth = 1; depth < 3; depth++) {
            VolumeShape film = new VolumeShape(3, 2, 2 * depth, 1, 2);
            Made made = new Made(film, PixelType.UINT8, voxel);

            SliceSource read = roundTrip(ImgPlusImages.stack(made, Progress.none()));

            assertThat(read.shape()).isEqualTo(film);
            assertThat(read.voxelSize()).isEqualTo(voxel);
        }
    }

    @Property(tries = 20)
    void aRegionComesBackFromItsCell(
            @ForAll @IntRange(min = 1, max = 5) int width,
            @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(min = 1, max = 3) int channels) {
        FloatImage image = FloatImage.zeros(width, height, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = i + 0.5f;
        }

        SliceSource read = roundTrip(ImgPlusImages.plane(image, PixelType.FLOAT32, "region"));

        assertThat(read.shape()).isEqualTo(new VolumeShape(width, height, 1, channels));
        assertThat(read.slice(0).pixels()).isEqualTo(image.pixels());
    }

    @Example
    void labelsAreStoredSparsely() {
        LabelMask labels = new LabelMask(4, 1, new byte[] {LabelMask.IGNORE, 0, 1, 126});

        SliceSource read = roundTrip(ImgPlusImages.labels(labels, "labels"));

        assertThat(read.slice(0).pixels()).containsExactly(0, 1, 2, 127);
    }

    @Example
    void aSegmentationIsFilledSliceBySlice() throws IOException {
        VoxelSize voxel = new VoxelSize(1, 1, 3, "um");
        StackCell cell =
                new StackCell(new VolumeShape(3, 2, 2, 1), PixelType.UINT8, voxel, "found");
        cell.put(1, new byte[] {0, 0, 0, 0, 0, 2});

        SliceSource read =
                VolumeTable.slices(context.stored(cell.create(context.cells())), "found");

        assertThat(read.shape()).isEqualTo(new VolumeShape(3, 2, 2, 1));
        assertThat(read.voxelSize()).isEqualTo(voxel);
        assertThat(read.slice(0).pixels()).containsOnly(0);
        assertThat(read.slice(1).pixels()).containsExactly(0, 0, 0, 0, 0, 2);
    }

    /** All 24 orders of X, Y, Z and Channel. */
    @Property
    void axesAreFoundByNameInAnyOrder(@ForAll @IntRange(min = 0, max = 23) int order) {
        int[] extents = {4, 3, 2, 5};
        List<Integer> axes = permutation(order);
        long[] dims = new long[4];
        AxisType[] types = new AxisType[4];
        AxisType[] all = {Axes.X, Axes.Y, Axes.CHANNEL, Axes.Z};
        for (int d = 0; d < 4; d++) {
            dims[d] = extents[axes.get(d)];
            types[d] = all[axes.get(d)];
        }
        Img<FloatType> img = ArrayImgs.floats(dims);
        RandomAccess<FloatType> access = img.randomAccess();
        for (int z = 0; z < 5; z++) {
            for (int c = 0; c < 2; c++) {
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 4; x++) {
                        int[] position = {x, y, c, z};
                        for (int d = 0; d < 4; d++) {
                            access.setPosition(position[axes.get(d)], d);
                        }
                        access.get().set(1000 * z + 100 * c + 10 * y + x);
                    }
                }
            }
        }

        SliceSource read = roundTrip(new ImgPlus<>(img, "a", types));

        assertThat(read.shape()).isEqualTo(new VolumeShape(4, 3, 5, 2));
        for (int z = 0; z < 5; z++) {
            float[] slice = read.slice(z).pixels();
            for (int i = 0; i < slice.length; i++) {
                int expected = 1000 * z + 100 * (i / 12) + 10 * (i % 12 / 4) + i % 4;
                assertThat(slice[i]).isEqualTo(expected);
            }
        }
    }

    @Example
    void timePointsAreNeverSlicesAlongZ() {
        ImgPlus<FloatType> film =
                new ImgPlus<>(
                        ArrayImgs.floats(4, 3, 7),
                        "film",
                        TestContext.axes(Axes.X, Axes.Y, Axes.TIME));
        ImgPlus<FloatType> flat =
                new ImgPlus<>(
                        ArrayImgs.floats(4, 3, 1, 7),
                        "flat",
                        TestContext.axes(Axes.X, Axes.Y, Axes.Z, Axes.TIME));

        assertThat(roundTrip(film).shape()).isEqualTo(new VolumeShape(4, 3, 7, 1, 7));
        assertThat(roundTrip(flat).shape()).isEqualTo(new VolumeShape(4, 3, 7, 1, 7));
    }

    @Example
    void stacksOfTimePointsFollowEachOtherAndKeepTheirAxes() {
        ImgPlus<FloatType> film =
                new ImgPlus<>(
                        ArrayImgs.floats(4, 3, 2, 5),
                        "film",
                        TestContext.axes(Axes.X, Axes.TIME, Axes.Z, Axes.Y));
        RandomAccess<FloatType> access = film.randomAccess();
        for (int i = 0; i < 4 * 3 * 2 * 5; i++) {
            int[] position = {i % 4, i / 4 % 3, i / 12 % 2, i / 24};
            access.setPosition(position);
            access.get().set(1000 * position[1] + 100 * position[2] + 10 * position[3]);
        }

        SliceSource read = roundTrip(film);
        ImgPlus<?> made = ImgPlusImages.stack(read, Progress.none());

        assertThat(read.shape()).isEqualTo(new VolumeShape(4, 5, 6, 1, 3));
        for (int s = 0; s < 6; s++) {
            assertThat(read.slice(s).at(3, 4, 0)).isEqualTo(1000 * (s / 2) + 100 * (s % 2) + 40);
        }
        assertThat(made.dimensionIndex(Axes.Z)).isEqualTo(2);
        assertThat(made.dimensionIndex(Axes.TIME)).isEqualTo(3);
        assertThat(new long[] {made.dimension(2), made.dimension(3)}).containsExactly(2, 3);
    }

    @Example
    void whatIsNoStackIsNamed() {
        ImgPlus<FloatType> film =
                new ImgPlus<>(
                        ArrayImgs.floats(4, 3, 2, 7),
                        "a",
                        TestContext.axes(Axes.X, Axes.Y, Axes.Z, Axes.get("Lifetime")));
        ImgPlus<FloatType> line =
                new ImgPlus<>(ArrayImgs.floats(4, 3), "a", TestContext.axes(Axes.X, Axes.Z));

        assertThatThrownBy(() -> roundTrip(film))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("axes of image of row r", "Lifetime 7", "X and Y");
        assertThatThrownBy(() -> roundTrip(line))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("axes of image of row r", "X 4, Z 3", "X and Y");
    }

    @Example
    void theUnitOfAnAxisCountsWhereNoneWasKept() {
        ImgPlus<FloatType> foreign =
                new ImgPlus<>(
                        ArrayImgs.floats(2, 2),
                        "a",
                        new net.imagej.axis.DefaultLinearAxis(Axes.X, "mm", -0.5),
                        new net.imagej.axis.DefaultLinearAxis(Axes.Y, "mm", 0.25));

        assertThat(new ImgPlusSlices(foreign, "a").voxelSize())
                .isEqualTo(new VoxelSize(0.5, 0.25, 1, "mm"));
    }

    private static List<Integer> permutation(int number) {
        List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3));
        List<Integer> out = new ArrayList<>();
        int rest = number;
        for (int size = 4; size > 0; size--) {
            out.add(left.remove(rest % size));
            rest /= size;
        }
        return Collections.unmodifiableList(out);
    }

    private static SliceSource roundTrip(
            ImgPlus<? extends net.imglib2.type.numeric.RealType<?>> image) {
        try {
            return VolumeTable.slices(context.stored(context.cell(image)), "image of row r");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
