package org.dlpixel.core.network;

import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.SliceContext;

/** What is known of a model without its weights. */
public sealed interface ModelInfo permits ModelMetadata, ForeignMetadata {

    /** Names by class index, background first. */
    ClassList classes();

    /** Channels that an image must have. */
    int imageChannels();

    /** Which slices besides a slice itself the network sees, as further channels of its input. */
    SliceContext context();

    /** What kind of network it is, for people. */
    String title();
}
