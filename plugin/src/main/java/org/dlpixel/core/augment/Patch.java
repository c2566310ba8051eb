package org.dlpixel.core.augment;

import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One training crop.
 *
 * @param image normalised intensities; 0..1 unless an augmentation went beyond
 * @param labels class indices, of the same size
 */
public record Patch(FloatImage image, LabelMask labels) {

    public Patch {
        if (image.width() != labels.width() || image.height() != labels.height()) {
            throw InvalidInput.of(
                    "size of a patch's labels",
                    labels.width() + " x " + labels.height(),
                    "that of its image, " + image.width() + " x " + image.height());
        }
    }

    /** Share of pixels that carry a label, 0..1. */
    public double labelledFraction() {
        return (double) labels.labelled() / labels.classes().length;
    }
}
