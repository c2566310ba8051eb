package org.dlpixel.core.score;

/**
 * Counts from which scores derive; the formulas stand in {@link ConfusionMatrix}.
 *
 * @param truePositives pixels of the class, predicted as such
 * @param falsePositives pixels predicted as the class that are not of it
 * @param falseNegatives pixels of the class that are predicted as another
 */
public record Outcomes(long truePositives, long falsePositives, long falseNegatives) {

    public double dice() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    public double iou() {
        return ratio(truePositives, truePositives + falsePositives + falseNegatives);
    }

    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    Outcomes plus(Outcomes other) {
        return new Outcomes(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives);
    }

    /** NaN if there is nothing to divide by. */
    static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
