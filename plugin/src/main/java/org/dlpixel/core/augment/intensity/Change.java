package org.dlpixel.core.augment.intensity;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/** What an intensity augmentation has drawn. */
public interface Change {

    /** What is done to the patch, in a few words such as {@code gamma 0.87}. */
    String text();

    /**
     * Does it; the same patch becomes the same every time.
     *
     * @param image normalised intensities, changed in place
     * @param labels changed in place by cut-outs alone
     */
    void apply(FloatImage image, LabelMask labels);
}
