package org.dlpixel.core.train;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How well held-out regions are segmented, on labelled pixels only.
 *
 * @param loss mean over regions of the training loss, weighted by labelled pixels
 * @param dice per class index: 2 TP / (2 TP + FP + FN), pooled over regions; empty if the class
 *     occurs neither in the labels nor in the result
 */
public record ValidationScore(double loss, List<OptionalDouble> dice) {

    public ValidationScore {
        dice = List.copyOf(dice);
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
