package org.knime.knip.base.data.img;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.imglib2.img.NativeImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The pixel types that cells keep. */
enum PixelKind {
    UINT8(new UnsignedByteType(), 1),
    INT8(new ByteType(), 1),
    UINT16(new UnsignedShortType(), 2),
    INT16(new ShortType(), 2),
    UINT32(new UnsignedIntType(), 4),
    INT32(new IntType(), 4),
    FLOAT(new FloatType(), 4),
    DOUBLE(new DoubleType(), 8);

    /** A prototype; never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final NativeType<?> pixel;

    private final int bytes;

    PixelKind(NativeType<?> pixel, int bytes) {
        this.pixel = pixel;
        this.bytes = bytes;
    }

    static PixelKind of(Object pixel) {
        return Arrays.stream(values())
                .filter(kind -> kind.type() == pixel.getClass())
                .findFirst()
                .orElseThrow(() -> unknown(pixel));
    }

    private static IllegalArgumentException unknown(Object pixel) {
        return new IllegalArgumentException(
                "illegal pixel type: "
                        + pixel.getClass().getSimpleName()
                        + ", must be one of "
                        + Arrays.stream(values())
                                .map(kind -> kind.type().getSimpleName())
                                .collect(Collectors.joining(", ")));
    }

    /** Class of the pixels. */
    Class<?> type() {
        return pixel.getClass();
    }

    /** Bytes per pixel. */
    int bytes() {
        return bytes;
    }

    /** An image of zeros. */
    NativeImg<?, ?> create(PixelLayout layout, long[] dimensions) {
        return create(pixel, layout, dimensions);
    }

    @SuppressWarnings("unchecked")
    private static <T extends NativeType<T>> NativeImg<?, ?> create(
            NativeType<?> pixel, PixelLayout layout, long[] dimensions) {
        T type = (T) pixel;
        return switch (layout) {
            case ARRAY -> new ArrayImgFactory<>(type).create(dimensions);
            case PLANAR -> new PlanarImgFactory<>(type).create(dimensions);
        };
    }
}
