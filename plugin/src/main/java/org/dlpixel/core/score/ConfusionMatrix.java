package org.dlpixel.core.score;

import java.util.stream.IntStream;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Counts of pixels by reference class and predicted class.
 *
 * <p>With TP(c), FP(c), FN(c) the true positives, false positives and false negatives of class c:
 *
 * <pre>
 * Dice      2 TP / (2 TP + FP + FN)      undefined if c occurs neither in reference nor prediction
 * IoU         TP / (TP + FP + FN)        likewise
 * precision   TP / (TP + FP)             undefined if c is never predicted
 * recall      TP / (TP + FN)             undefined if c does not occur in the reference
 * accuracy  (TP + TN) / all              undefined without any known pixel
 * </pre>
 *
 * What is undefined is NaN, never 0 or 1, so that absent classes neither punish nor flatter.
 *
 * <p>Foreground scores pool all classes but the first: they are the formulas above with TP, FP and
 * FN summed over the classes 1, 2, ... (micro average). A pixel of foreground class 1 that is
 * predicted as class 2 counts as a false negative of 1 and a false positive of 2. With two classes
 * they equal the scores of class 1.
 */
public final class ConfusionMatrix {

    private final int classes;
    private final long[] counts;

    /**
     * @param classes number of classes, background included, 2..127
     */
    public ConfusionMatrix(int classes) {
        if (classes < 2 || classes > LabelMask.MAX_CLASSES) {
            throw InvalidInput.of("number of classes", classes, "2.." + LabelMask.MAX_CLASSES);
        }
        this.classes = classes;
        this.counts = new long[classes * classes];
    }

    public int classes() {
        return classes;
    }

    /**
     * Adds the pixels whose reference class is known.
     *
     * @param reference class index or {@link LabelMask#IGNORE} per pixel
     * @param predicted class index per pixel, in the same order
     * @throws InvalidInput if sizes differ or a class index is out of range; nothing is added then
     */
    public void add(LabelMask reference, byte[] predicted) {
        byte[] known = reference.classes();
        if (known.length != predicted.length) {
            throw InvalidInput.of(
                    "number of predicted pixels",
                    predicted.length,
                    "that of the reference, " + known.length);
        }
        long[] added = new long[counts.length];
        for (int i = 0; i < known.length; i++) {
            if (known[i] != LabelMask.IGNORE) {
                added[index(known[i], predicted[i])]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += added[i];
        }
    }

    /** Adds all counts of another matrix of as many classes. */
    public void merge(ConfusionMatrix other) {
        if (other.classes != classes) {
            throw InvalidInput.of("number of classes to merge", other.classes, "" + classes);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Pixels of class {@code reference} that were predicted as {@code predicted}. */
    public long count(int reference, int predicted) {
        return counts[index(reference, predicted)];
    }

    /** Number of known pixels. */
    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    public double dice(int c) {
        return outcomes(c).dice();
    }

    public double iou(int c) {
        return outcomes(c).iou();
    }

    public double precision(int c) {
        return outcomes(c).precision();
    }

    public double recall(int c) {
        return outcomes(c).recall();
    }

    /** Share of known pixels that are rightly of this class or rightly not. */
    public double accuracy(int c) {
        Outcomes o = outcomes(c);
        return Outcomes.ratio(total() - o.falsePositives() - o.falseNegatives(), total());
    }

    /** Share of known pixels with the right class. */
    public double accuracy() {
        long right = IntStream.range(0, classes).mapToLong(c -> count(c, c)).sum();
        return Outcomes.ratio(right, total());
    }

    /** Mean of the foreground classes' Dice, over those that are defined; NaN if none is. */
    public double meanForegroundDice() {
        return IntStream.range(1, classes)
                .mapToDouble(this::dice)
                .filter(d -> !Double.isNaN(d))
                .average()
                .orElse(Double.NaN);
    }

    /** True and false positives and negatives of one class. */
    public Outcomes outcomes(int c) {
        long predicted = 0;
        long known = 0;
        for (int other = 0; other < classes; other++) {
            predicted += count(other, c);
            known += count(c, other);
        }
        long right = count(c, c);
        return new Outcomes(right, predicted - right, known - right);
    }

    /** Those of all foreground classes, summed. */
    public Outcomes foreground() {
        Outcomes sum = new Outcomes(0, 0, 0);
        for (int c = 1; c < classes; c++) {
            sum = sum.plus(outcomes(c));
        }
        return sum;
    }

    private int index(int reference, int predicted) {
        if (reference < 0 || reference >= classes) {
            throw InvalidInput.of("reference class", reference, "from 0 to " + (classes - 1));
        }
        if (predicted < 0 || predicted >= classes) {
            throw InvalidInput.of("predicted class", predicted, "from 0 to " + (classes - 1));
        }
        return reference * classes + predicted;
    }
}
