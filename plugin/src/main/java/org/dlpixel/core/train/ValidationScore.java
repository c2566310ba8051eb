package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dlpixel.core.score.Bootstrap;
import org.dlpixel.core.score.ConfidenceInterval;
import org.dlpixel.core.score.ConfusionMatrix;

/**
 * How well held-out regions are segmented, on labelled pixels only.
 *
 * @param loss mean over regions of the training loss, weighted by labelled pixels
 * @param dice per class index: 2 TP / (2 TP + FP + FN), pooled over regions; empty if the class
 *     occurs neither in the labels nor in the result
 * @param confidence per class index: 95 % confidence interval of the Dice, resampling ROIs; empty
 *     with a single ROI
 */
public record ValidationScore(
        double loss, List<OptionalDouble> dice, List<Optional<ConfidenceInterval>> confidence) {

    public ValidationScore {
        dice = List.copyOf(dice);
        confidence = List.copyOf(confidence);
    }

    /** Of regions, or of groups of regions that belong together. */
    static ValidationScore of(double loss, List<ConfusionMatrix> groups) {
        ConfusionMatrix pooled = new ConfusionMatrix(groups.get(0).classes());
        groups.forEach(pooled::merge);
        List<OptionalDouble> dice = new ArrayList<>();
        for (int c = 0; c < pooled.classes(); c++) {
            double value = pooled.dice(c);
            dice.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return new ValidationScore(loss, dice, Bootstrap.defaults().dice(groups));
    }

    /** The mean of several, at least one, of the same classes; without intervals. */
    static ValidationScore mean(List<ValidationScore> scores) {
        double loss = scores.stream().mapToDouble(ValidationScore::loss).average().orElseThrow();
        List<OptionalDouble> dice = new ArrayList<>();
        List<Optional<ConfidenceInterval>> none = new ArrayList<>();
        for (int c = 0; c < scores.get(0).dice.size(); c++) {
            int index = c;
            dice.add(
                    scores.stream()
                            .flatMapToDouble(score -> score.dice.get(index).stream())
                            .average());
            none.add(Optional.empty());
        }
        return new ValidationScore(loss, dice, none);
    }

    /** Mean over the classes but the background; 0 if none occurs. */
    public double meanForegroundDice() {
        return dice.stream().skip(1).flatMapToDouble(OptionalDouble::stream).average().orElse(0);
    }

    /** Higher Dice, or equal Dice and no higher loss: of equals the later is kept. */
    boolean isAtLeast(ValidationScore other) {
        int order = Double.compare(meanForegroundDice(), other.meanForegroundDice());
        return order > 0 || (order == 0 && loss <= other.loss);
    }
}
