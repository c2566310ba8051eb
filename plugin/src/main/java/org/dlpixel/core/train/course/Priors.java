package org.dlpixel.core.train.course;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** What is assumed of how much of the volume each class fills. */
public sealed interface Priors {

    /** As in the labels: nothing is corrected. */
    record AsLabelled() implements Priors {}

    /**
     * Estimated from what is decided in the volume and in held-out labels, see {@link
     * org.dlpixel.core.score.AreaShift}.
     */
    record Estimated() implements Priors {}

    /**
     * Estimated by expectation maximisation from probabilities, see {@link
     * org.dlpixel.core.score.PriorShift}.
     */
    record ExpectationMaximisation() implements Priors {}

    /**
     * Known to the user.
     *
     * @param shares of the volume, by class index, each above 0 and below 1, together 1
     */
    record Given(List<Double> shares) implements Priors {

        public Given {
            double sum = 0;
            for (double share : shares) {
                if (!(share > 0 && share < 1)) {
                    throw InvalidInput.of("class prior", share, "above 0 and below 1");
                }
                sum += share;
            }
            if (Math.abs(sum - 1) > 1e-3) {
                throw InvalidInput.of("sum of the class priors", sum, "1");
            }
            shares = List.copyOf(shares);
        }

        double[] array() {
            return shares.stream().mapToDouble(share -> share).toArray();
        }
    }
}
