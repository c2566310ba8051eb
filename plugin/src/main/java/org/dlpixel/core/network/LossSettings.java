package org.dlpixel.core.network;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A loss with its numbers; formulas at {@link Loss}.
 *
 * @param loss which one
 * @param classWeights one per class, above 0; empty for none: every class weighs 1
 * @param gamma of the focal loss, 0..10: how much less pixels count that are right already
 */
public record LossSettings(Loss loss, List<Double> classWeights, double gamma) {

    public LossSettings {
        classWeights = List.copyOf(classWeights);
        for (double weight : classWeights) {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw InvalidInput.of("class weight", weight, "above 0 and finite");
            }
        }
        if (!(gamma >= 0 && gamma <= 10)) {
            throw InvalidInput.of("gamma of the focal loss", gamma, "between 0 and 10");
        }
    }

    /** Cross entropy + soft Dice without class weights; gamma 2, as in the paper. */
    public static LossSettings defaults() {
        return new LossSettings(Loss.CROSS_ENTROPY_AND_DICE, List.of(), 2);
    }

    public LossSettings withLoss(Loss value) {
        return new LossSettings(value, classWeights, gamma);
    }

    public LossSettings withClassWeights(List<Double> value) {
        return new LossSettings(loss, value, gamma);
    }

    public LossSettings withGamma(double value) {
        return new LossSettings(loss, classWeights, value);
    }

    /** Raises {@link InvalidInput} unless there are no weights or as many as classes. */
    public void requireClasses(int classes) {
        if (!classWeights.isEmpty() && classWeights.size() != classes) {
            throw InvalidInput.of(
                    "number of class weights", classWeights.size(), "that of classes, " + classes);
        }
    }
}
