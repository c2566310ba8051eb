package org.dlpixel.core.image;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Time from one time point to the next.
 *
 * @param step above 0
 * @param unit e.g. {@code s}, {@code min} or {@code frame}
 */
public record TimeStep(double step, String unit) {

    /** The unit if none is stated. */
    public static final String FRAME = "frame";

    /** Nothing is known: 1 frame. */
    public static final TimeStep UNKNOWN = new TimeStep(1, FRAME);

    public TimeStep {
        if (!(step > 0 && Double.isFinite(step))) {
            throw InvalidInput.of("time step", step, "a finite number above 0");
        }
    }
}
