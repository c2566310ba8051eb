package org.dlpixel.core.network;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * What a teacher believes about the pixels of a batch, for pixels without a label.
 *
 * <p>With logits z, p = softmax(z), target probabilities q and pixel weights u, training adds to
 * the loss of the labels:
 *
 * <pre>
 * factor * (ce + dice)
 * ce   = sum of -u sum over c of q[c] log p[c] / sum of u
 * D[c] = (2 sum of u p[c] q[c] + s) / (sum of u (p[c] + q[c]) + s),   s = 1e-5
 * dice = 1 - mean over c of D[c]
 * </pre>
 *
 * <p>Sums run over all pixels of the batch. If all weights are 0, so are loss and gradient. The
 * cross entropy is that of distillation (Hinton et al. 2015, "Distilling the knowledge in a neural
 * network", at temperature 1); the Dice is the one of {@link Loss#DICE} with q for the labels.
 *
 * @param probabilities q, (N, classes, H, W), 0..1, the classes of a pixel add up to 1; kept, not
 *     copied
 * @param weights u, (N, H, W), at least 0; 0 leaves a pixel out; kept, not copied
 * @param factor at least 0 and finite
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record SoftTargets(float[] probabilities, float[] weights, double factor) {

    public SoftTargets {
        if (!(factor >= 0 && Double.isFinite(factor))) {
            throw InvalidInput.of("factor of soft targets", factor, "at least 0 and finite");
        }
    }

    void requireFit(int n, int classes, int height, int width) {
        requireLength("pixel weights", weights.length, n * height * width);
        requireLength("target probabilities", probabilities.length, n * classes * height * width);
    }

    private static void requireLength(String what, int length, int expected) {
        if (length != expected) {
            throw InvalidInput.of("number of " + what, length, "that of the batch, " + expected);
        }
    }
}
