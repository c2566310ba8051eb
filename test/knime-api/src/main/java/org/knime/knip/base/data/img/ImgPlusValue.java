package org.knime.knip.base.data.img;

import net.imagej.ImgPlus;
import net.imagej.ImgPlusMetadata;
import net.imglib2.type.numeric.RealType;
import org.knime.core.data.DataValue;

/** A cell with an image. */
public interface ImgPlusValue<T extends RealType<T>> extends DataValue {
    /** Sizes of the image. */
    long[] getDimensions();

    /** The image, shared with other readers: never to be changed. */
    ImgPlus<T> getImgPlus();

    /** A copy of the image. */
    ImgPlus<T> getImgPlusCopy();

    /** All that is known of the image; reads no pixels. */
    ImgPlusMetadata getMetadata();

    /** Class of the pixels. */
    Class<T> getPixelType();
}
