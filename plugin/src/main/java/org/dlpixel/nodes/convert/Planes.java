package org.dlpixel.nodes.convert;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;

/** The planes of an image of one pixel type, filled slice by slice. */
final class Planes {

    private final PlanarImg<?, ?> image;
    private final VolumeShape shape;

    private Planes(PlanarImg<?, ?> image, VolumeShape shape) {
        this.image = image;
        this.shape = shape;
    }

    static Planes of(PixelType type, VolumeShape shape) {
        long[] dims = ImgPlusImages.dimensions(shape);
        PlanarImg<?, ?> image =
                switch (type) {
                    case UINT8 -> PlanarImgs.unsignedBytes(dims);
                    case INT8 -> PlanarImgs.bytes(dims);
                    case UINT16 -> PlanarImgs.unsignedShorts(dims);
                    case INT16 -> PlanarImgs.shorts(dims);
                    case UINT32 -> PlanarImgs.unsignedInts(dims);
                    case INT32 -> PlanarImgs.ints(dims);
                    case FLOAT32, FLOAT64 -> PlanarImgs.floats(dims);
                };
        return new Planes(image, shape);
    }

    /** Puts the channels of one slice, (C, H, W). */
    void put(int slice, float[] pixels) {
        for (int c = 0; c < shape.channels(); c++) {
            Object plane = ImgPlusImages.storage(image, slice * shape.channels() + c);
            copy(pixels, c * shape.plane(), plane);
        }
    }

    /** Puts one slice of bytes, one channel. */
    void put(int slice, byte[] pixels) {
        byte[] plane = (byte[]) ImgPlusImages.storage(image, slice);
        System.arraycopy(pixels, 0, plane, 0, plane.length);
    }

    PlanarImg<?, ?> image() {
        return image;
    }

    private static void copy(float[] from, int offset, Object plane) {
        if (plane instanceof byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Math.round(from[offset + i]);
            }
        } else if (plane instanceof short[] shorts) {
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = (short) Math.round(from[offset + i]);
            }
        } else if (plane instanceof int[] ints) {
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (int) (long) from[offset + i];
            }
        } else {
            System.arraycopy(from, offset, (float[]) plane, 0, ((float[]) plane).length);
        }
    }
}
