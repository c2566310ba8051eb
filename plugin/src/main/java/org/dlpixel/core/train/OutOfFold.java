package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.score.Bootstrap;
import org.dlpixel.core.score.ConfidenceInterval;
import org.dlpixel.core.score.ConfusionMatrix;

/**
 * What networks think of labelled pixels that they were not trained on.
 *
 * @param classes number of classes
 * @param probabilities (pixels, classes)
 * @param labels class index by pixel
 * @param groups which group of regions each pixel lies in, 0, 1, ...
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record OutOfFold(int classes, float[] probabilities, byte[] labels, int[] groups) {

    public OutOfFold {
        if (probabilities.length != (long) labels.length * classes
                || groups.length != labels.length) {
            throw InvalidInput.of(
                    "numbers of probabilities, labels and groups",
                    probabilities.length + ", " + labels.length + ", " + groups.length,
                    "those of the same pixels and " + classes + " classes");
        }
    }

    /** The first of the most probable classes, by pixel. */
    public byte[] predicted() {
        byte[] predicted = new byte[labels.length];
        for (int i = 0; i < predicted.length; i++) {
            for (int c = 1; c < classes; c++) {
                if (probabilities[i * classes + c] > probabilities[i * classes + predicted[i]]) {
                    predicted[i] = (byte) c;
                }
            }
        }
        return predicted;
    }

    /** Counts by group, of the groups with a pixel, in order. */
    public List<ConfusionMatrix> byGroup() {
        byte[] predicted = predicted();
        List<ConfusionMatrix> matrices = new ArrayList<>();
        for (int group : IntStream.of(groups).distinct().sorted().toArray()) {
            ConfusionMatrix matrix = new ConfusionMatrix(classes);
            byte[] known = labels.clone();
            for (int i = 0; i < known.length; i++) {
                known[i] = groups[i] == group ? known[i] : LabelMask.IGNORE;
            }
            matrix.add(new LabelMask(known.length, 1, known), predicted);
            matrices.add(matrix);
        }
        return matrices;
    }

    /** Counts of all pixels. */
    public ConfusionMatrix pooled() {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        byGroup().forEach(matrix::merge);
        return matrix;
    }

    /** 95 % confidence interval of the pooled Dice of every class, resampling groups. */
    public List<Optional<ConfidenceInterval>> confidence() {
        return Bootstrap.defaults().dice(byGroup());
    }
}
