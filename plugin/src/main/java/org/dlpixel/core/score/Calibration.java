package org.dlpixel.core.score;

/**
 * The temperature at which a classifier's probabilities agree best with labels it was not trained
 * on, and what it improves (Guo et al. 2017, "On calibration of modern neural networks"):
 *
 * <pre>
 * calibrated = softmax(log p / T)
 * NLL(T)     = - sum of w log calibrated[label] / sum of w
 * </pre>
 *
 * <p>The same is had from a network's scores, since softmax(score / T) = softmax(log p / T). The
 * most probable class stays what it was.
 *
 * <p>The fit minimises the NLL against targets that are not quite certain: (n + 1) / (n + K) for
 * the label of a class with n pixels of K classes, 1 / (n + K) for the others (Platt 1999,
 * "Probabilistic outputs for support vector machines"). Without that, labels that are all predicted
 * rightly would ask for a temperature of 0. A fit that does not lower the NLL is not taken: T stays
 * 1.
 *
 * @param temperature 0.05..20; 1 changes nothing
 * @param lossBefore mean negative log likelihood of the labels at T = 1, nats
 * @param lossAfter that at the temperature
 * @param before reliability at T = 1
 * @param after reliability at the temperature
 */
public record Calibration(
        double temperature,
        double lossBefore,
        double lossAfter,
        Reliability before,
        Reliability after) {

    /**
     * Fits the temperature.
     *
     * @param heldOut probabilities at T = 1 of labelled pixels that were not trained on
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if no pixel is
     *     labelled
     */
    public static Calibration fit(LabelledProbabilities heldOut) {
        heldOut.requireLabels();
        double fitted = new TemperatureFit(heldOut).temperature();
        double before = loss(heldOut);
        double after = loss(heldOut.atTemperature(fitted));
        Reliability as = Reliability.of(heldOut);
        if (!(after < before)) {
            return new Calibration(1, before, before, as, as);
        }
        return new Calibration(
                fitted, before, after, as, Reliability.of(heldOut.atTemperature(fitted)));
    }

    /** Expected calibration error at T = 1. */
    public double errorBefore() {
        return before.error();
    }

    /** Expected calibration error at the temperature. */
    public double errorAfter() {
        return after.error();
    }

    private static double loss(LabelledProbabilities pixels) {
        double[] weights = pixels.meanOneWeights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum -= weights[i] * pixels.probabilities().log(i, pixels.labels()[i]);
            }
        }
        return sum / pixels.labelled();
    }
}
