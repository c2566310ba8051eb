package org.dlpixel.nodes.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.image.WholeSlices;

/**
 * An image cell as a stack of slices, its axes found by name.
 *
 * <p>X and Y span a slice; the slices lie along Z; Time gives stacks of their own, Channel the
 * channels. Any other axis may have one position only.
 */
public final class ImgPlusSlices implements SliceSource {

    /** Key of the unit in an image's properties: KNIP does not keep the unit of an axis. */
    static final String UNIT = "org.dlpixel.unit";

    /** Key of the unit of time in an image's properties. */
    static final String TIME_UNIT = "org.dlpixel.timeUnit";

    /** Key of the distance of slices in the properties of an image without such an axis. */
    static final String SLICE_DISTANCE = "org.dlpixel.sliceDistance";

    private static final Map<Class<?>, PixelType> TYPES =
            Map.of(
                    UnsignedByteType.class, PixelType.UINT8,
                    ByteType.class, PixelType.INT8,
                    UnsignedShortType.class, PixelType.UINT16,
                    ShortType.class, PixelType.INT16,
                    UnsignedIntType.class, PixelType.UINT32,
                    IntType.class, PixelType.INT32,
                    FloatType.class, PixelType.FLOAT32,
                    DoubleType.class, PixelType.FLOAT64);

    private static final int BLOCK = 1 << 16;

    private final ImgPlus<? extends RealType<?>> image;
    private final String name;
    private final int x;
    private final int y;
    private final int z;
    private final int time;
    private final int channel;
    private final VolumeShape shape;
    private final Optional<PlaneArrays> arrays;

    /**
     * @param name how messages call the image
     * @throws InvalidInput if it has no X or Y axis, or is more than stacks with channels
     */
    public ImgPlusSlices(ImgPlus<? extends RealType<?>> image, String name) {
        this.image = image;
        this.name = name;
        x = image.dimensionIndex(Axes.X);
        y = image.dimensionIndex(Axes.Y);
        channel = image.dimensionIndex(Axes.CHANNEL);
        z = image.dimensionIndex(Axes.Z);
        time = image.dimensionIndex(Axes.TIME);
        if (x < 0 || y < 0) {
            throw InvalidInput.of(
                    "axes of " + name, axes(), "X and Y, and any of Z, Time, Channel");
        }
        List<Integer> known = List.of(x, y, z, time, channel);
        for (int d = 0; d < image.numDimensions(); d++) {
            if (!known.contains(d) && size(d) > 1) {
                throw InvalidInput.of(
                        "axes of " + name, axes(), "X and Y, and any of Z, Time, Channel");
            }
        }
        int slices = Math.multiplyExact(extent(z), extent(time));
        shape = new VolumeShape(extent(x), extent(y), slices, extent(channel), extent(time));
        arrays =
                knownType()
                        .filter(type -> x == 0 && y == 1)
                        .flatMap(type -> PlaneArrays.of(image, type));
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return knownType()
                .orElseThrow(
                        () ->
                                InvalidInput.of(
                                        "pixel type of " + name,
                                        image.firstElement().getClass().getSimpleName(),
                                        "an 8, 16 or 32 bit integer or a real number"));
    }

    /** Other types than these can be read, but not be told to others. */
    private Optional<PixelType> knownType() {
        return Optional.ofNullable(TYPES.get(image.firstElement().getClass()));
    }

    @Override
    public VoxelSize voxelSize() {
        return new VoxelSize(scale(x), scale(y), sliceDistance(), unit(), timeStep());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(int slice, float[] target) {
        if (arrays.isEmpty()) {
            readPixels(slice, target);
            return;
        }
        for (int c = 0; c < shape.channels(); c++) {
            arrays.get().read(plane(slice, c), target, c * shape.plane());
        }
    }

    @Override
    public Optional<WholeSlices> whole() {
        return arrays.filter(PlaneArrays::isWhole)
                .map(planes -> (slice, taker) -> readWhole(planes, slice, taker));
    }

    private void readWhole(PlaneArrays planes, int slice, WholeSlices.Taker taker) {
        short[] block = new short[Math.min(BLOCK, shape.plane())];
        for (int c = 0; c < shape.channels(); c++) {
            for (int done = 0; done < shape.plane(); done += BLOCK) {
                int count = Math.min(BLOCK, shape.plane() - done);
                planes.readWhole(plane(slice, c), done, block, count);
                taker.take(c * shape.plane() + done, block, count);
            }
        }
    }

    /** The number of a plane among those of the image. */
    private int plane(int slice, int c) {
        long number = 0;
        long stride = 1;
        for (int d = 2; d < image.numDimensions(); d++) {
            number += stride * position(d, slice, c);
            stride *= image.dimension(d);
        }
        return Math.toIntExact(number);
    }

    private int position(int dimension, int slice, int c) {
        if (dimension == z) {
            return shape.z(slice);
        }
        if (dimension == time) {
            return shape.time(slice);
        }
        return dimension == channel ? c : 0;
    }

    private void readPixels(int slice, float[] target) {
        RandomAccess<? extends RealType<?>> access = image.randomAccess();
        for (int d = 0; d < image.numDimensions(); d++) {
            access.setPosition(image.min(d), d);
        }
        if (z >= 0) {
            access.setPosition(image.min(z) + shape.z(slice), z);
        }
        if (time >= 0) {
            access.setPosition(image.min(time) + shape.time(slice), time);
        }
        int i = 0;
        for (int c = 0; c < shape.channels(); c++) {
            if (channel >= 0) {
                access.setPosition(image.min(channel) + c, channel);
            }
            for (int row = 0; row < shape.height(); row++) {
                access.setPosition(image.min(y) + row, y);
                access.setPosition(image.min(x), x);
                for (int column = 0; column < shape.width(); column++) {
                    target[i++] = access.get().getRealFloat();
                    access.fwd(x);
                }
            }
        }
    }

    private long size(int dimension) {
        return dimension < 0 ? 1 : image.dimension(dimension);
    }

    private int extent(int dimension) {
        return Math.toIntExact(size(dimension));
    }

    private double sliceDistance() {
        if (z >= 0) {
            return scale(z);
        }
        Object kept = image.getProperties().get(SLICE_DISTANCE);
        return kept instanceof Double distance && distance > 0 ? distance : 1;
    }

    private double scale(int dimension) {
        CalibratedAxis axis = image.axis(dimension);
        double scale = Math.abs(axis.averageScale(0, 1));
        return scale > 0 && Double.isFinite(scale) ? scale : 1;
    }

    private TimeStep timeStep() {
        return time < 0
                ? TimeStep.UNKNOWN
                : new TimeStep(scale(time), unit(TIME_UNIT, time, TimeStep.FRAME));
    }

    private String unit() {
        return unit(UNIT, x, "pixel");
    }

    private String unit(String key, int dimension, String fallback) {
        Object kept = image.getProperties().get(key);
        if (kept instanceof String unit) {
            return unit;
        }
        String unit = image.axis(dimension).unit();
        return unit == null || unit.isBlank() ? fallback : unit;
    }

    private String axes() {
        StringBuilder text = new StringBuilder();
        for (int d = 0; d < image.numDimensions(); d++) {
            CalibratedAxis axis = image.axis(d);
            text.append(d == 0 ? "" : ", ").append(axis.type().getLabel()).append(" ");
            text.append(image.dimension(d));
        }
        return text.toString();
    }
}
