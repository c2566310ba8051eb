package org.dlpixel.core.score;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How the scores of a classifier are to be corrected because its labels were not drawn as the
 * pixels of the volume are: scribbles show more of rare classes, and less of edges.
 *
 * <pre>
 * offset[c] = strength * ln(prior in the volume[c] / prior in training[c])
 * corrected = softmax(log p + offset)
 * </pre>
 *
 * <p>The full correction (strength 1) is right if the classifier is calibrated and the classes look
 * in the volume as in the labels. Often they do not: labels avoid the edges, so the estimate of a
 * rare class is too low and its full correction thins out what was right before. Therefore only as
 * much is applied as promises a better Dice, see {@link ShiftGate}.
 *
 * @param priors of the volume, by class index
 * @param strength share of the correction that is applied, 0..1
 * @param offsets to be added to the scores, by class index, natural logarithm
 * @param candidates what was expected of every strength; empty if priors were given
 */
public record PriorShift(
        List<Double> priors,
        double strength,
        List<Double> offsets,
        List<PriorShift.Candidate> candidates) {

    /**
     * A strength that was considered.
     *
     * @param strength 0..1
     * @param expectedDice mean over the foreground classes, in the volume; NaN if unknown
     */
    public record Candidate(double strength, double expectedDice) {}

    public PriorShift {
        priors = List.copyOf(priors);
        offsets = List.copyOf(offsets);
        candidates = List.copyOf(candidates);
    }

    /**
     * Estimates the priors of a volume and decides how much of the shift is corrected.
     *
     * <p>If a temperature was fitted, both probabilities must be at that temperature.
     *
     * @param outOfFold labelled pixels with probabilities of a classifier that was not trained on
     *     them; pixels that it was trained on flatter it
     * @param volume pixels drawn uniformly from the volume
     * @param training priors under which the probabilities hold, see {@link ClassPriors#estimate}
     */
    public static PriorShift estimate(
            LabelledProbabilities outOfFold, PixelProbabilities volume, double[] training) {
        if (outOfFold.classes() != volume.classes()) {
            throw InvalidInput.of(
                    "number of classes of the labelled pixels",
                    outOfFold.classes(),
                    "that of the volume, " + volume.classes());
        }
        double[] priors = ClassPriors.estimate(volume, training);
        double[] full = offsets(priors, training, 1);
        ShiftGate gate = new ShiftGate(outOfFold, priors, full);
        double strength = gate.strength();
        return new PriorShift(
                boxed(priors),
                strength,
                boxed(offsets(priors, training, strength)),
                gate.candidates());
    }

    /** The full correction to priors that the user knows. */
    public static PriorShift of(double[] priors, double[] training) {
        double[] known = ClassPriors.clamped(priors, training.length);
        return new PriorShift(boxed(known), 1, boxed(offsets(known, training, 1)), List.of());
    }

    private static double[] offsets(double[] priors, double[] training, double strength) {
        double[] from = ClassPriors.clamped(training, priors.length);
        double[] out = new double[priors.length];
        for (int c = 0; c < out.length; c++) {
            // + 0: never -0
            out[c] = strength * Math.log(priors[c] / from[c]) + 0.0;
        }
        return out;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
