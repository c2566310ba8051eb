package org.dlpixel.core.view;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;

/**
 * The ways in which a slice and what is known or found of it are shown.
 *
 * @param classes names in the keys
 * @param image normalised intensities, 0..1
 * @param scaling of all panels
 */
record SlicePanels(ClassList classes, FloatImage image, Scaling scaling) {

    private static final double STROKE_ALPHA = 0.85;
    private static final double AREA_ALPHA = 0.35;
    private static final double ERROR_ALPHA = 0.6;

    /** The image alone. */
    Panel image(String caption) {
        return new Panel(scaling.colours(image), caption, List.of());
    }

    /** Labels as strokes in the colours of their classes, the background's too. */
    Panel strokes(String caption, LabelMask labels) {
        RgbImage picture = scaling.colours(image);
        Tint.areas(picture, scaling.labels(labels), SlicePanels::stroke, STROKE_ALPHA);
        return new Panel(picture, caption, keys(labels));
    }

    /** Foreground areas, half transparent, with contours of one pixel. */
    Panel areas(String caption, LabelMask found) {
        RgbImage picture = scaling.colours(image);
        LabelMask scaled = scaling.labels(found);
        Tint.areas(picture, scaled, SlicePanels::area, AREA_ALPHA);
        Tint.contours(picture, scaled, SlicePanels::area);
        List<Panel.Key> keys = new ArrayList<>();
        for (int c = 1; c < classes.size(); c++) {
            keys.add(new Panel.Key(classes.name(c), Palette.of(c)));
        }
        return new Panel(picture, caption, keys);
    }

    /** What is right, too much, missed or of the wrong class, where something is known. */
    Panel errors(String caption, LabelMask known, LabelMask found) {
        RgbImage picture = scaling.colours(image);
        LabelMask outcome = scaling.labels(Outcome.of(known, found));
        Tint.areas(picture, outcome, Outcome::colourOf, ERROR_ALPHA);
        List<Panel.Key> keys = new ArrayList<>();
        for (Outcome o : Outcome.values()) {
            if (o != Outcome.WRONG_CLASS || classes.size() > 2) {
                keys.add(new Panel.Key(o.label(), o.colour()));
            }
        }
        return new Panel(picture, caption, keys);
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
}
