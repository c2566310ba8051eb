package org.dlpixel.core.augment;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One training crop.
 *
 * @param image normalised intensities; 0..1 unless an augmentation went beyond
 * @param labels class indices, of the same size
 * @param operations what was done to it, in this order, such as {@code rotate 31.2°}
 * @param targets what a teacher thinks: one channel of probabilities per class, of the same size;
 *     empty for patches that are learnt from their labels alone
 */
public record Patch(
        FloatImage image, LabelMask labels, List<String> operations, Optional<FloatImage> targets) {

    public Patch {
        operations = List.copyOf(operations);
        targets.ifPresent(t -> requireSize(image, t));
        if (image.width() != labels.width() || image.height() != labels.height()) {
            throw InvalidInput.of(
                    "size of a patch's labels",
                    labels.width() + " x " + labels.height(),
                    "that of its image, " + image.width() + " x " + image.height());
        }
    }

    /** As it was cut, without a teacher. */
    public Patch(FloatImage image, LabelMask labels) {
        this(image, labels, List.of(), Optional.empty());
    }

    private static void requireSize(FloatImage image, FloatImage targets) {
        if (image.width() != targets.width() || image.height() != targets.height()) {
            throw InvalidInput.of(
                    "size of a patch's targets",
                    targets.width() + " x " + targets.height(),
                    "that of its image, " + image.width() + " x " + image.height());
        }
    }

    /** Share of pixels that carry a label, 0..1. */
    public double labelledShare() {
        return (double) labels.labelled() / labels.classes().length;
    }
}
