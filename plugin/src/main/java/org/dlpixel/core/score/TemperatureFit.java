package org.dlpixel.core.score;

/**
 * Finds the root of the derivative of the negative log likelihood in b = 1 / T, in which it is
 * convex:
 *
 * <pre>
 * d NLL / d b = sum over pixels of w (sum over c of (softmax(b l)[c] - target[c]) l[c])
 * </pre>
 *
 * <p>with l the logarithms of the probabilities.
 */
final class TemperatureFit {

    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final int HALVINGS = 40;

    private final int classes;
    private final double[] logs;
    private final double[] weights;

    /** Sum of weight * target * log over all pixels and classes: independent of T. */
    private final double wanted;

    TemperatureFit(LabelledProbabilities pixels) {
        classes = pixels.classes();
        weights = pixels.meanOneWeights();
        logs = new double[weights.length * classes];
        double[] counts = new double[classes];
        for (int i = 0; i < weights.length; i++) {
            for (int c = 0; c < classes; c++) {
                logs[i * classes + c] = pixels.probabilities().log(i, c);
            }
            if (weights[i] > 0) {
                counts[pixels.labels()[i]] += weights[i];
            }
        }
        wanted = wanted(pixels.labels(), counts);
    }

    /** Between {@value #COLDEST} and {@value #HOTTEST}. */
    double temperature() {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(Math.exp(-middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private double wanted(byte[] labels, double[] counts) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                double n = counts[labels[i]];
                double all = 0;
                for (int c = 0; c < classes; c++) {
                    all += logs[i * classes + c];
                }
                sum += weights[i] * (n * logs[i * classes + labels[i]] + all) / (n + classes);
            }
        }
        return sum;
    }

    private double slope(double b) {
        double found = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                found += weights[i] * expected(i * classes, b);
            }
        }
        return found - wanted;
    }

    /** The mean of the logarithms over softmax(b l). */
    private double expected(int from, double b) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logs[from + c]);
        }
        double sum = 0;
        double mean = 0;
        for (int c = 0; c < classes; c++) {
            double e = Math.exp(b * (logs[from + c] - highest));
            sum += e;
            mean += e * logs[from + c];
        }
        return mean / sum;
    }
}
