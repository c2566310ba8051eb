package org.dlpixel.core.augment.geometry;

/** How an image is read between its pixels; labels are always those of the nearest pixel. */
public enum Interpolation {

    /** Between the nearest 2 x 2 pixels: smooths a little, never goes beyond their values. */
    LINEAR("Linear"),

    /**
     * Between the nearest 4 x 4 pixels, by cubic convolution with a = -0.5 (Keys 1981): keeps fine
     * structures sharper, may go beyond 0..1 a little.
     */
    CUBIC("Cubic");

    private final String label;

    Interpolation(String label) {
        this.label = label;
    }

    /** What users read. */
    public String label() {
        return label;
    }
}
