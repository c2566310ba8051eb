package org.dlpixel.nodes.convert;

import java.util.Optional;
import java.util.function.IntFunction;
import net.imagej.ImgPlus;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import org.dlpixel.core.image.PixelType;

/**
 * The arrays that an image in memory keeps its pixels in: many times faster to go through than
 * pixel by pixel. A plane spans the first two dimensions; planes are counted along the others, the
 * first of them fastest.
 */
final class PlaneArrays {

    /** A plane is a part of an array. */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose; never compared
    private record Part(Object array, int from) {}

    private final IntFunction<Part> planes;
    private final PixelType type;
    private final int size;

    private PlaneArrays(IntFunction<Part> planes, PixelType type, int size) {
        this.planes = planes;
        this.type = type;
        this.size = size;
    }

    /**
     * @param type of the image's pixels
     * @return empty if the image stores its pixels in another way
     */
    static Optional<PlaneArrays> of(Img<?> image, PixelType type) {
        Img<?> stored = image;
        while (stored instanceof ImgPlus<?> named) {
            stored = named.getImg();
        }
        int size = Math.toIntExact(image.dimension(0) * image.dimension(1));
        return parts(stored, size)
                .filter(parts -> fits(parts.apply(0).array(), type))
                .map(parts -> new PlaneArrays(parts, type, size));
    }

    private static Optional<IntFunction<Part>> parts(Img<?> stored, int size) {
        if (stored instanceof PlanarImg<?, ?> planar && isArray(planar.getPlane(0))) {
            return Optional.of(plane -> new Part(array(planar.getPlane(plane)), 0));
        }
        if (stored instanceof ArrayImg<?, ?> one && isArray(one.update(null))) {
            Object array = array(one.update(null));
            return Optional.of(plane -> new Part(array, plane * size));
        }
        return Optional.empty();
    }

    private static boolean isArray(Object access) {
        return access instanceof ArrayDataAccess<?>;
    }

    private static Object array(Object access) {
        return ((ArrayDataAccess<?>) access).getCurrentStorageArray();
    }

    private static boolean fits(Object array, PixelType type) {
        return switch (type) {
            case UINT8, INT8 -> array instanceof byte[];
            case UINT16, INT16 -> array instanceof short[];
            case UINT32, INT32 -> array instanceof int[];
            case FLOAT32 -> array instanceof float[];
            case FLOAT64 -> array instanceof double[];
        };
    }

    /**
     * Reads a plane.
     *
     * @param target gets the pixels from {@code at} on
     */
    void read(int plane, float[] target, int at) {
        Part part = planes.apply(plane);
        switch (type) {
            case UINT8 -> {
                byte[] from = (byte[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i] & 0xff;
                }
            }
            case INT8 -> {
                byte[] from = (byte[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i];
                }
            }
            case UINT16 -> {
                short[] from = (short[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i] & 0xffff;
                }
            }
            case INT16 -> {
                short[] from = (short[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i];
                }
            }
            case UINT32 -> {
                int[] from = (int[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i] & 0xffffffffL;
                }
            }
            case INT32 -> {
                int[] from = (int[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = from[part.from() + i];
                }
            }
            case FLOAT32 -> System.arraycopy(part.array(), part.from(), target, at, size);
            case FLOAT64 -> {
                double[] from = (double[]) part.array();
                for (int i = 0; i < size; i++) {
                    target[at + i] = (float) from[part.from() + i];
                }
            }
        }
    }

    /** Whether {@link #readWhole} can be called. */
    boolean isWhole() {
        return type == PixelType.UINT8 || type == PixelType.UINT16;
    }

    /** Reads a part of a plane as unsigned numbers. */
    void readWhole(int plane, int first, short[] target, int count) {
        Part part = planes.apply(plane);
        if (part.array() instanceof byte[] bytes) {
            for (int i = 0; i < count; i++) {
                target[i] = (short) (bytes[part.from() + first + i] & 0xff);
            }
        } else {
            System.arraycopy(part.array(), part.from() + first, target, 0, count);
        }
    }
}
