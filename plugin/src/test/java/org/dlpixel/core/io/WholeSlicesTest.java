package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.image.WholeSlices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeSlicesTest {

    /** Larger than the blocks in which pages are read. */
    private static final VolumeShape SHAPE = new VolumeShape(301, 257, 3, 2);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = PixelType.class,
            names = {"UINT8", "UINT16"})
    void storedNumbersAreThoseThatAreReadAsFloats(PixelType type) {
        try (SliceSource stack = ImageFiles.open(written(type))) {
            WholeSlices whole = stack.whole().orElseThrow();
            for (int slice = 0; slice < SHAPE.slices(); slice++) {
                assertThat(floats(whole, slice)).isEqualTo(stack.slice(slice).pixels());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imagej_zc_uint16", "ome_cz_uint16", "imagej_tz_uint8"})
    void pagesOfOtherProgramsAreInTheirOrder(String name) throws IOException {
        try (SliceSource stack = ImageFiles.open(Stacks.resource(name + ".tif", folder))) {
            float[] found = new float[stack.slice(1).pixels().length];
            stack.whole().orElseThrow().read(1, (at, v, n) -> copy(v, n, found, at));
            assertThat(found).isEqualTo(stack.slice(1).pixels());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strips_big_endian_int16",
                "tiled_float32",
                "lzw_uint8",
                "rgb_chunky_uint8",
                "rgb_planar_uint16"
            })
    void othersAreReadAsFloatsOnly(String name) throws IOException {
        try (SliceSource stack = ImageFiles.open(Stacks.resource(name + ".tif", folder))) {
            assertThat(stack.whole()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelType.class,
            names = {"UINT8", "UINT16"})
    void percentilesAreTheSameEitherWay(PixelType type) {
        try (SliceSource stack = ImageFiles.open(written(type))) {
            IntensityRange range = Quantiles.range(stack, 1, 99.8, Progress.none());
            double[] ofFloats =
                    Quantiles.of(counter -> feed(stack, counter), 1 / 100.0, 99.8 / 100);
            assertThat(range).isEqualTo(new IntensityRange(ofFloats[0], ofFloats[1]));
            assertThat(range.low()).isLessThan(range.high());
        }
    }

    @Test
    void aFileThatWasCutMeanwhileIsNamed() throws IOException {
        Path file = written(PixelType.UINT16);
        try (SliceSource stack = ImageFiles.open(file)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            WholeSlices whole = stack.whole().orElseThrow();
            assertThatThrownBy(() -> whole.read(2, (at, values, count) -> {}))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining(file.getFileName() + ", slice 2");
        }
    }

    private static void feed(SliceSource stack, Quantiles.Counter counter) {
        for (int slice = 0; slice < SHAPE.slices(); slice++) {
            float[] values = stack.slice(slice).pixels();
            counter.count(values, values.length);
        }
    }

    private Path written(PixelType type) {
        Path file = folder.resolve(type + ".tif");
        SplittableRandom random = new SplittableRandom(5);
        try (TiffWriter out = TiffWriter.create(file, SHAPE, type, VoxelSize.UNKNOWN)) {
            for (int slice = 0; slice < SHAPE.slices(); slice++) {
                float[] values = new float[SHAPE.plane() * SHAPE.channels()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextInt((int) type.max() + 1);
                }
                out.write(slice, values);
            }
        }
        return file;
    }

    private static float[] floats(WholeSlices whole, int slice) {
        float[] found = new float[SHAPE.plane() * SHAPE.channels()];
        whole.read(slice, (at, values, count) -> copy(values, count, found, at));
        return found;
    }

    private static void copy(short[] values, int count, float[] target, int at) {
        for (int i = 0; i < count; i++) {
            target[at + i] = Short.toUnsignedInt(values[i]);
        }
    }
}
