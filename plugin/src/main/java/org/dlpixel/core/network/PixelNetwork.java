package org.dlpixel.core.network;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;

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

    /**
     * The most probable class of every pixel of a part of an image, without an array of its own for
     * either: for one piece after the other.
     *
     * @param part of a size that {@link #tileRule} allows; mirrored beyond the right and lower
     *     border, see {@link Mirror}
     * @param target gets one byte per pixel of the part, row by row; the buffer is invalid
     *     afterwards
     */
    default void classes(FloatImage image, Roi part, Consumer<ByteBuffer> target) {
        byte[] found = classes(Mirror.read(image, part), 1, part.height(), part.width());
        target.accept(ByteBuffer.wrap(found));
    }

    @Override
    void close();
}
