package org.dlpixel.core.augment.intensity;

import java.util.function.Consumer;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/**
 * A change that needs to know nothing but the image.
 *
 * @param text in a few words
 * @param change of the image, in place
 */
record PixelChange(String text, Consumer<FloatImage> change) implements Change {

    @Override
    public void apply(FloatImage image, LabelMask labels) {
        change.accept(image);
    }
}
