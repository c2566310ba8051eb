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

    private static final double STROKE_ALPHA = 0.85;
    private static final double AREA_ALPHA = 0.35;
    private static final double ERROR_ALPHA = 0.6;

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
        List<Panel> panels = new ArrayList<>();
        panels.add(imagePanel(scaling));
        segmentation.ifPresent(s -> panels.add(segmentationPanel(scaling, s)));
        if (segmentation.isPresent() && truth.isPresent()) {
            panels.add(errorPanel(scaling, segmentation.get(), truth.get()));
        }
        return Panel.sideBySide(title, panels);
    }

    private Panel imagePanel(Scaling scaling) {
        RgbImage picture = scaling.colours(image);
        annotations.ifPresent(
                a -> Tint.areas(picture, scaling.labels(a), Overlay::stroke, STROKE_ALPHA));
        String caption =
                annotations.filter(a -> a.labelled() > 0).isPresent()
                        ? "image and annotations"
                        : "image";
        List<Panel.Key> keys = annotations.map(this::keys).orElse(List.of());
        return new Panel(picture, caption, keys);
    }

    private Panel segmentationPanel(Scaling scaling, LabelMask found) {
        RgbImage picture = scaling.colours(image);
        LabelMask scaled = scaling.labels(found);
        Tint.areas(picture, scaled, Overlay::area, AREA_ALPHA);
        Tint.contours(picture, scaled, Overlay::area);
        List<Panel.Key> keys = new ArrayList<>();
        for (int c = 1; c < classes.size(); c++) {
            keys.add(new Panel.Key(classes.name(c), Palette.of(c)));
        }
        return new Panel(picture, "segmentation", keys);
    }

    private Panel errorPanel(Scaling scaling, LabelMask found, LabelMask known) {
        RgbImage picture = scaling.colours(image);
        LabelMask outcome = scaling.labels(Outcome.of(known, found));
        Tint.areas(picture, outcome, Outcome::colourOf, ERROR_ALPHA);
        List<Panel.Key> keys = new ArrayList<>();
        for (Outcome o : Outcome.values()) {
            if (o != Outcome.WRONG_CLASS || classes.size() > 2) {
                keys.add(new Panel.Key(o.label(), o.colour()));
            }
        }
        return new Panel(picture, "compared with the truth", keys);
    }

    private List<Panel.Key> keys(LabelMask labels) {
        long[] histogram = labels.histogram(classes.size());
        List<Panel.Key> keys = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            if (histogram[c] > 0) {
                keys.add(new Panel.Key(classes.name(c), Palette.of(c)));
            }
        }
        return keys;
    }

    private static int stroke(int c) {
        return c == LabelMask.IGNORE ? Tint.NONE : Palette.of(c);
    }

    private static int area(int c) {
        return c <= 0 ? Tint.NONE : Palette.of(c);
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
