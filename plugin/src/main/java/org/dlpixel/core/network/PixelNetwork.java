package org.dlpixel.core.network;

import java.util.OptionalLong;

/**
 * A network that classifies pixels, loaded into libtorch; one call at a time. Images are (N, C, H,
 * W), prepared as the model demands, of a size that {@link #tileRule} allows.
 */
public sealed interface PixelNetwork extends AutoCloseable permits Network, ForeignNetwork {

    /** Number of classes. */
    int classCount();

    /** Which sizes it takes, and how slices may be cut for it. */
    TileRule tileRule();

    /** About how much memory each pixel of an image takes while it is computed, if known. */
    OptionalLong bytesPerPixel();

    /** Class scores, whose softmax are the probabilities, (N, classes, H, W). */
    float[] logits(float[] images, int n, int height, int width);

    /** Class probabilities, (N, classes, H, W). */
    float[] probabilities(float[] images, int n, int height, int width);

    /** The most probable class of every pixel (the first of equals), (N, H, W). */
    byte[] classes(float[] images, int n, int height, int width);

    @Override
    void close();
}
