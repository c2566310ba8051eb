package org.dlpixel.core.view;

import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * One held-out region as a figure: image, labels, prediction and error map side by side.
 *
 * <p>The error map colours labelled pixels only, and of these none that are rightly background.
 * Regions are enlarged to at least {@value #LEAST} pixels along the longer side and shrunk to at
 * most {@value #MOST}.
 *
 * @param title above the panels; may be empty
 * @param classes names in the keys
 * @param image normalised intensities, 0..1, without neighbouring slices
 * @param labels what is known
 * @param prediction class index of every pixel
 */
public record ValidationPicture(
        String title, ClassList classes, FloatImage image, LabelMask labels, LabelMask prediction) {

    static final int LEAST = 288;
    static final int MOST = 640;

    public ValidationPicture {
        requireSize("labels", labels, image);
        requireSize("prediction", prediction, image);
    }

    /**
     * Draws a region without title.
     *
     * @param image normalised intensities, 0..1, without neighbouring slices
     * @param labels what is known
     * @param predicted class index per pixel, (height, width)
     */
    public static RgbImage render(
            FloatImage image, LabelMask labels, byte[] predicted, ClassList classes) {
        LabelMask prediction = new LabelMask(image.width(), image.height(), predicted);
        return new ValidationPicture("", classes, image, labels, prediction).render();
    }

    /** Draws the figure. */
    public RgbImage render() {
        Scaling scaling = Scaling.fit(image.width(), image.height(), LEAST, MOST);
        SlicePanels panels = new SlicePanels(classes, image, scaling);
        return Panel.sideBySide(
                title,
                List.of(
                        panels.image("image"),
                        panels.strokes("labels", labels),
                        panels.areas("prediction", prediction),
                        panels.errors("errors on labels", labels, prediction)));
    }

    private static void requireSize(String name, LabelMask mask, FloatImage image) {
        if (mask.width() != image.width() || mask.height() != image.height()) {
            throw InvalidInput.of(
                    "size of the " + name,
                    mask.width() + " x " + mask.height(),
                    "that of the image, " + image.width() + " x " + image.height());
        }
    }
}
