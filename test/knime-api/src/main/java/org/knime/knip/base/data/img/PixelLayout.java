package org.knime.knip.base.data.img;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;

/** How an image's pixels lie in memory. */
enum PixelLayout {
    /** One array. */
    ARRAY,
    /** One array per plane. */
    PLANAR;

    static PixelLayout of(Img<?> img) {
        if (img instanceof ArrayImg<?, ?> array && array.update(null) instanceof ArrayDataAccess) {
            return ARRAY;
        }
        if (img instanceof PlanarImg) {
            return PLANAR;
        }
        throw new IllegalArgumentException(
                "illegal image: "
                        + img.getClass().getName()
                        + ", must be an ArrayImg or PlanarImg with pixels in Java arrays (views and"
                        + " images made of cells must be copied first)");
    }

    /** The arrays themselves, planes in order. */
    static List<Object> arrays(Img<?> img) {
        List<Object> arrays = new ArrayList<>();
        if (img instanceof PlanarImg<?, ?> planar) {
            for (int i = 0; i < planar.numSlices(); i++) {
                arrays.add(planar.getPlane(i).getCurrentStorageArray());
            }
        } else {
            Object access = ((ArrayImg<?, ?>) img).update(null);
            arrays.add(((ArrayDataAccess<?>) access).getCurrentStorageArray());
        }
        return arrays;
    }
}
