package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.cell.CellImgFactory;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.WholeSlices;

class ImgPlusSlicesTest {

    private static final List<AxisType> AXES =
            List.of(Axes.X, Axes.Y, Axes.Z, Axes.TIME, Axes.CHANNEL);
    private static final List<Long> EXTENTS = List.of(5L, 4L, 3L, 2L, 2L);

    /** How images may be stored; the last has no arrays of whole planes. */
    private enum Storage {
        PLANAR,
        ARRAY,
        CELLS;

        <T extends NativeType<T>> ImgFactory<T> factory(T type) {
            return switch (this) {
                case PLANAR -> new PlanarImgFactory<>(type);
                case ARRAY -> new ArrayImgFactory<>(type);
                case CELLS -> new CellImgFactory<>(type, 3);
            };
        }
    }

    @Provide
    Arbitrary<RealType<?>> types() {
        return Arbitraries.of(
                new UnsignedByteType(),
                new ByteType(),
                new UnsignedShortType(),
                new ShortType(),
                new UnsignedIntType(),
                new IntType(),
                new FloatType(),
                new DoubleType(),
                new BitType());
    }

    @Property(tries = 120, seed = "5")
    void anyStorageAndOrderOfAxesIsReadPixelByPixelAlike(
            @ForAll("types") RealType<?> type, @ForAll Storage storage, @ForAll int order) {
        List<Integer> axes = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        if (order % 2 == 0) {
            Collections.shuffle(axes.subList(2, 5), new Random(order));
        } else {
            Collections.shuffle(axes, new Random(order));
        }
        ImgPlus<? extends RealType<?>> image = image(type, storage, axes);
        ImgPlusSlices slices = new ImgPlusSlices(image, "image");

        VolumeShape shape = slices.shape();
        assertThat(shape).isEqualTo(new VolumeShape(5, 4, 6, 2, 2));
        for (int slice = 0; slice < shape.slices(); slice++) {
            float[] expected = expected(image, axes, slice);
            assertThat(slices.slice(slice).pixels()).isEqualTo(expected);
            Optional<WholeSlices> whole = slices.whole();
            if (whole.isPresent()) {
                assertThat(floats(whole.get(), slice)).isEqualTo(expected);
            }
        }
    }

    @Example
    void onlyUnsignedPixelsInArraysAreHandedOutAsTheyAreStored() {
        List<Integer> axes = List.of(0, 1, 2, 3, 4);
        for (Storage storage : List.of(Storage.PLANAR, Storage.ARRAY)) {
            assertThat(whole(new UnsignedByteType(), storage, axes)).isPresent();
            assertThat(whole(new UnsignedShortType(), storage, axes)).isPresent();
            assertThat(whole(new ShortType(), storage, axes)).isEmpty();
            assertThat(whole(new FloatType(), storage, axes)).isEmpty();
            assertThat(whole(new UnsignedByteType(), storage, List.of(1, 0, 2, 3, 4))).isEmpty();
        }
        assertThat(whole(new UnsignedByteType(), Storage.CELLS, axes)).isEmpty();
    }

    private static Optional<WholeSlices> whole(
            RealType<?> type, Storage storage, List<Integer> axes) {
        return new ImgPlusSlices(image(type, storage, axes), "image").whole();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is a parameter of the test
    private static ImgPlus<? extends RealType<?>> image(
            RealType<?> type, Storage storage, List<Integer> axes) {
        long[] dims = axes.stream().mapToLong(EXTENTS::get).toArray();
        Img<RealType> image = storage.factory((NativeType) type).create(dims);
        SplittableRandom random = new SplittableRandom(3);
        double least = Math.max(-3e9, type.getMinValue());
        double most = Math.min(3e9, type.getMaxValue());
        for (RealType pixel : image) {
            pixel.setReal(Math.rint(random.nextDouble(least, most)));
        }
        AxisType[] types = axes.stream().map(AXES::get).toArray(AxisType[]::new);
        return new ImgPlus(image, "image", types);
    }

    /** Every pixel by its position. */
    private static float[] expected(
            ImgPlus<? extends RealType<?>> image, List<Integer> axes, int slice) {
        float[] values = new float[5 * 4 * 2];
        Cursor<? extends RealType<?>> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            RealType<?> pixel = cursor.next();
            int[] at = new int[5];
            for (int d = 0; d < 5; d++) {
                at[axes.get(d)] = cursor.getIntPosition(d);
            }
            if (at[3] * 3 + at[2] == slice) {
                values[(at[4] * 4 + at[1]) * 5 + at[0]] = pixel.getRealFloat();
            }
        }
        return values;
    }

    private static float[] floats(WholeSlices whole, int slice) {
        float[] found = new float[5 * 4 * 2];
        whole.read(
                slice,
                (at, values, count) -> {
                    for (int i = 0; i < count; i++) {
                        found[at + i] = Short.toUnsignedInt(values[i]);
                    }
                });
        return found;
    }
}
