package org.dlpixel.core.augment.geometry;

/** What a geometric augmentation has drawn. */
public sealed interface Movement {

    /** What is done to the patch, in a few words such as {@code rotate 31.2°}. */
    String text();

    /**
     * A map of coordinates relative to the patch's centre.
     *
     * @param map where a pixel is read
     * @param text in a few words
     */
    record Linear(Affine map, String text) implements Movement {}

    /**
     * Every pixel is read from a little way off.
     *
     * @param displacement how far, per pixel of the patch
     * @param text in a few words
     */
    record Bent(Displacement displacement, String text) implements Movement {}
}
