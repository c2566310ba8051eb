package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelEncoding;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * Images as KNIP stores them.
 *
 * <p>Always a {@link PlanarImg}, written plane by plane: KNIP stores it losslessly and it may hold
 * more than 2^31 pixels. Axes are X, Y, then Channel, Z and Time where there is more than one.
 */
public final class ImgPlusImages {

    private ImgPlusImages() {}

    /** A stack, read into memory with its pixel type; 64-bit reals are kept as 32-bit ones. */
    public static ImgPlus<? extends RealType<?>> stack(SliceSource source, Progress progress) {
        VolumeShape shape = source.shape();
        Planes planes = Planes.of(source.pixelType(), shape);
        float[] slice = new float[shape.plane() * shape.channels()];
        for (int z = 0; z < shape.slices(); z++) {
            progress.checkCancelled();
            source.read(z, slice);
            planes.put(z, slice);
            progress.report((z + 1.0) / shape.slices(), source.name() + ", slice " + z);
        }
        return wrapAny(planes.image(), source.name(), shape, source.voxelSize());
    }

    /** A region or patch, with the pixel type of its source or as 32-bit reals. */
    public static ImgPlus<? extends RealType<?>> plane(
            FloatImage image, PixelType type, String name) {
        VolumeShape shape = new VolumeShape(image.width(), image.height(), 1, image.channels());
        Planes planes = Planes.of(type, shape);
        planes.put(0, image.pixels());
        return wrapAny(planes.image(), name, shape, VoxelSize.UNKNOWN);
    }

    /** Labels in the sparse encoding. */
    public static ImgPlus<UnsignedByteType> labels(LabelMask labels, String name) {
        VolumeShape shape = new VolumeShape(labels.width(), labels.height(), 1, 1);
        PlanarImg<UnsignedByteType, ?> image = PlanarImgs.unsignedBytes(dimensions(shape));
        byte[] values = (byte[]) storage(image, 0);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) LabelEncoding.SPARSE.value(labels.classes()[i]);
        }
        return wrap(image, name, shape, VoxelSize.UNKNOWN);
    }

    static long[] dimensions(VolumeShape shape) {
        List<Long> dims = new ArrayList<>(List.of((long) shape.width(), (long) shape.height()));
        if (shape.channels() > 1) {
            dims.add((long) shape.channels());
        }
        if (shape.depth() > 1) {
            dims.add((long) shape.depth());
        }
        if (shape.times() > 1) {
            dims.add((long) shape.times());
        }
        return dims.stream().mapToLong(Long::longValue).toArray();
    }

    static Object storage(PlanarImg<?, ?> image, int plane) {
        return ((net.imglib2.img.basictypeaccess.array.ArrayDataAccess<?>) image.getPlane(plane))
                .getCurrentStorageArray();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the pixel type is only known at run time
    static ImgPlus<? extends RealType<?>> wrapAny(
            Img<?> image, String name, VolumeShape shape, VoxelSize voxel) {
        return wrap((Img) image, name, shape, voxel);
    }

    private static <T extends RealType<T>> ImgPlus<T> wrap(
            Img<T> image, String name, VolumeShape shape, VoxelSize voxel) {
        List<CalibratedAxis> axes = new ArrayList<>();
        axes.add(axis(Axes.X, voxel.unit(), voxel.x()));
        axes.add(axis(Axes.Y, voxel.unit(), voxel.y()));
        if (shape.channels() > 1) {
            axes.add(new DefaultLinearAxis(Axes.CHANNEL));
        }
        if (shape.depth() > 1) {
            axes.add(axis(Axes.Z, voxel.unit(), voxel.z()));
        }
        if (shape.times() > 1) {
            axes.add(axis(Axes.TIME, voxel.time().unit(), voxel.time().step()));
        }
        ImgPlus<T> out = new ImgPlus<>(image, name, axes.toArray(CalibratedAxis[]::new));
        out.setSource(name);
        out.getProperties().put(ImgPlusSlices.UNIT, voxel.unit());
        if (shape.times() > 1) {
            out.getProperties().put(ImgPlusSlices.TIME_UNIT, voxel.time().unit());
        }
        if (shape.depth() == 1) {
            out.getProperties().put(ImgPlusSlices.SLICE_DISTANCE, voxel.z());
        }
        return out;
    }

    private static CalibratedAxis axis(AxisType type, String unit, double scale) {
        return new DefaultLinearAxis(type, unit, scale);
    }
}
