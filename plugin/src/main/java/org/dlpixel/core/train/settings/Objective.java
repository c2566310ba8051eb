package org.dlpixel.core.train.settings;

import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.train.data.TrainingData;

/**
 * What training minimises, as users choose it: the weights may depend on the labels.
 *
 * @param loss which loss
 * @param weights how much each class counts
 * @param gamma of the focal loss, 0..10; others ignore it
 */
public record Objective(Loss loss, ClassWeights weights, double gamma) {

    public Objective {
        // refuses a wrong gamma
        LossSettings.defaults().withGamma(gamma);
    }

    /** Cross entropy + soft Dice, all classes alike. */
    public static Objective defaults() {
        LossSettings loss = LossSettings.defaults();
        return new Objective(loss.loss(), new ClassWeights.Off(), loss.gamma());
    }

    public Objective withLoss(Loss value) {
        return new Objective(value, weights, gamma);
    }

    public Objective withWeights(ClassWeights value) {
        return new Objective(loss, value, gamma);
    }

    public Objective withGamma(double value) {
        return new Objective(loss, weights, value);
    }

    /** The loss for certain data. */
    public LossSettings of(TrainingData data) {
        LossSettings settings = new LossSettings(loss, weights.of(data), gamma);
        settings.requireClasses(data.classes().size());
        return settings;
    }
}
