package org.dlpixel.core.predict;

import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.VolumeShape;

/** What is found in a slice: the most probable class (the first of equals), and probabilities. */
final class Findings implements RowTarget {

    private final byte[] classes;
    private final int classCount;
    private final Optional<FloatImage> probabilities;
    private final boolean ofLogits;

    private Findings(
            byte[] classes, int classCount, Optional<FloatImage> probabilities, boolean ofLogits) {
        this.classes = classes;
        this.classCount = classCount;
        this.probabilities = probabilities;
        this.ofLogits = ofLogits;
    }

    /**
     * Memory for one slice.
     *
     * @throws InvalidInput if probabilities are wanted and a slice has 2^31 or more
     */
    static Findings of(VolumeShape shape, int classCount, PredictionSettings settings) {
        Optional<FloatImage> probabilities = Optional.empty();
        if (settings.probabilities()) {
            requireArray(shape, classCount);
            probabilities =
                    Optional.of(FloatImage.zeros(shape.width(), shape.height(), classCount));
        }
        boolean ofLogits = settings.augmentation() == TestTimeAugmentation.NONE;
        return new Findings(new byte[shape.plane()], classCount, probabilities, ofLogits);
    }

    private static void requireArray(VolumeShape shape, int classCount) {
        if ((long) shape.plane() * classCount > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "slice size for probabilities",
                    shape.width() + " x " + shape.height() + " x " + classCount + " classes",
                    "below 2^31 values per slice: predict classes only");
        }
    }

    byte[] classes() {
        return classes;
    }

    /** Whether scores are needed, or classes will do. */
    boolean classesOnly() {
        return ofLogits && probabilities.isEmpty();
    }

    SlicePrediction prediction(int slice) {
        return new SlicePrediction(slice, classes, probabilities);
    }

    @Override
    public void row(int at, int count, float[] scores, int from, int plane) {
        for (int i = 0; i < count; i++) {
            classes[at + i] = winner(scores, from + i, plane);
        }
        probabilities.ifPresent(
                image -> {
                    if (ofLogits) {
                        softmax(image, at, count, scores, from, plane);
                    } else {
                        copy(image, at, count, scores, from, plane);
                    }
                });
    }

    private byte winner(float[] scores, int from, int plane) {
        int winner = 0;
        float best = scores[from];
        for (int c = 1; c < classCount; c++) {
            float score = scores[from + c * plane];
            if (score > best) {
                best = score;
                winner = c;
            }
        }
        return (byte) winner;
    }

    /** exp(s - largest s) / sum, so that nothing overflows. */
    private void softmax(FloatImage image, int at, int count, float[] scores, int from, int plane) {
        float[] target = image.pixels();
        for (int i = 0; i < count; i++) {
            float best = scores[from + i + classes[at + i] * plane];
            float sum = 0;
            for (int c = 0; c < classCount; c++) {
                float e = exp(scores[from + i + c * plane] - best);
                target[c * classes.length + at + i] = e;
                sum += e;
            }
            for (int c = 0; c < classCount; c++) {
                target[c * classes.length + at + i] /= sum;
            }
        }
    }

    private static float exp(float x) {
        return x == 0 ? 1 : (float) Math.exp(x);
    }

    private void copy(FloatImage image, int at, int count, float[] scores, int from, int plane) {
        for (int c = 0; c < classCount; c++) {
            System.arraycopy(
                    scores, from + c * plane, image.pixels(), c * classes.length + at, count);
        }
    }
}
