package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One slice as a figure: what was painted, what was found and, where the truth is known, what is
 * wrong, side by side.
 *
 * <ul>
 *   <li>the image, with annotations as strokes in the colours of their classes;
 *   <li>the segmentation: foreground areas, half transparent, with contours of one pixel;
 *   <li>errors: right, too much, missed, wrong class.
 * </ul>
 *
 * <p>Panels for which nothing is given are left out. Slices are enlarged to at least {@value
 * #LEAST} pixels along the longer side and shrunk to at most {@value #MOST}.
 *
 * @param title above the panels; may be empty
 * @param classes names in the key
 * @param image normalised intensities, 0..1
 * @param annotations sparse labels
 * @param segmentation class index of every pixel
 * @param truth what is known
 */
public record Overlay(
        String title,
        ClassList classes,
        FloatImage image,
        Optional<LabelMask> annotations,
        Optional<LabelMask> segmentation,
        Optional<LabelMask> truth) {

    static final int LEAST = 384;
    static final int MOST = 1536;

    public Overlay {
        requireSize("annotations", image, annotations);
        requireSize("segmentation", image, segmentation);
        requireSize("truth", image, truth);
    }

    /** A slice of which only the image is known so far. */
    public static Overlay of(String title, ClassList classes, FloatImage image) {
        return new Overlay(
                title, classes, image, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Overlay withAnnotations(LabelMask labels) {
        return new Overlay(title, classes, image, Optional.of(labels), segmentation, truth);
    }

    public Overlay withSegmentation(LabelMask labels) {
        return new Overlay(title, classes, image, annotations, Optional.of(labels), truth);
    }

    public Overlay withTruth(LabelMask labels) {
        return new Overlay(title, classes, image, annotations, segmentation, Optional.of(labels));
    }

    /** Draws the figure. */
    public RgbImage render() {
        Scaling scaling = Scaling.fit(image.width(), image.height(), LEAST, MOST);
        SlicePanels slice = new SlicePanels(classes, image, scaling);
        List<Panel> panels = new ArrayList<>();
        panels.add(
                annotations
                        .filter(a -> a.labelled() > 0)
                        .map(a -> slice.strokes("image and annotations", a))
                        .orElseGet(() -> slice.image("image")));
        segmentation.ifPresent(s -> panels.add(slice.areas("segmentation", s)));
        if (segmentation.isPresent() && truth.isPresent()) {
            panels.add(slice.errors("compared with the truth", truth.get(), segmentation.get()));
        }
        return Panel.sideBySide(title, panels);
    }

    private static void requireSize(String name, FloatImage image, Optional<LabelMask> labels) {
        if (labels.isPresent()
                && (labels.get().width() != image.width()
                        || labels.get().height() != image.height())) {
            throw InvalidInput.of(
                    "size of the " + name,
                    labels.get().width() + " x " + labels.get().height(),
                    "that of the image, " + image.width() + " x " + image.height());
        }
    }
}
