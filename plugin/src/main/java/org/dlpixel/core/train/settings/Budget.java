package org.dlpixel.core.train.settings;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.train.Trainer;

/**
 * When a training ends before all its epochs are done.
 *
 * @param minutes time limit, above 0; infinite for none. If the first steps show that the epochs do
 *     not fit, there are fewer; the best model so far is kept
 * @param patience epochs without better validation after which training ends, 1..100000; 0 for
 *     never. Only epochs that compete for the best one count, see {@link Trainer}
 */
public record Budget(double minutes, int patience) {

    /** All epochs, however long they take. */
    public static final Budget UNLIMITED = new Budget(Double.POSITIVE_INFINITY, 0);

    public Budget {
        if (!(minutes > 0)) {
            throw InvalidInput.of("time limit", minutes + " minutes", "above 0");
        }
        TrainingSettings.requireWithin("patience in epochs", patience, 0, 100_000);
    }

    public Budget withMinutes(double value) {
        return new Budget(value, patience);
    }

    public Budget withPatience(int value) {
        return new Budget(minutes, value);
    }
}
