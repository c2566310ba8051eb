package org.dlpixel.core.train.patches;

import java.util.Optional;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.SoftTargets;

/**
 * Patches of one step, one after the other.
 *
 * @param images (size, C, height, width)
 * @param labels (size, height, width), -1 unlabelled
 * @param size number of patches
 * @param height of a patch
 * @param width of a patch
 * @param targets what a teacher thinks of some of the patches; empty if it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Batch(
        float[] images,
        byte[] labels,
        int size,
        int height,
        int width,
        Optional<SoftTargets> targets) {

    /** Draws the patches [first, first + size) of an epoch. */
    public static Batch draw(PatchSource source, long epoch, int first, int size, int channels) {
        Patch patch = source.patch(epoch, first);
        int width = patch.image().width();
        int height = patch.image().height();
        int plane = width * height;
        float[] images = new float[size * channels * plane];
        byte[] labels = new byte[size * plane];
        Opinions opinions = new Opinions(size, plane);
        for (int i = 0; i < size; i++) {
            Patch next = i == 0 ? patch : source.patch(epoch, first + i);
            requireShape(next, width, height, channels);
            System.arraycopy(
                    next.image().pixels(), 0, images, i * channels * plane, channels * plane);
            System.arraycopy(next.labels().classes(), 0, labels, i * plane, plane);
            opinions.add(i, next);
        }
        return new Batch(images, labels, size, height, width, opinions.targets());
    }

    private static void requireShape(Patch patch, int width, int height, int channels) {
        if (patch.image().width() != width
                || patch.image().height() != height
                || patch.image().channels() != channels) {
            throw InvalidInput.of(
                    "patch size",
                    patch.image().width()
                            + " x "
                            + patch.image().height()
                            + " x "
                            + patch.image().channels(),
                    width + " x " + height + " x " + channels);
        }
    }
}
