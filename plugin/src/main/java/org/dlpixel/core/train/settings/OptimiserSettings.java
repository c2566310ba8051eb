package org.dlpixel.core.train.settings;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * AdamW and its schedule.
 *
 * @param learningRate highest rate, above 0 and at most 1
 * @param weightDecay decoupled decay of convolution kernels, 0..1
 * @param warmUp share of all steps in which the rate rises linearly, 0..1
 * @param course how the rate goes on
 * @param maxGradientNorm longer gradients are shortened to it, above 0; infinite for no limit
 * @param averageDecay decay of the moving average of the weights, 0 (off) to below 1; in the first
 *     steps the average follows faster
 */
public record OptimiserSettings(
        double learningRate,
        double weightDecay,
        double warmUp,
        RateCourse course,
        double maxGradientNorm,
        double averageDecay) {

    public OptimiserSettings {
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw InvalidInput.of("learning rate", learningRate, "above 0 and at most 1");
        }
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw InvalidInput.of("weight decay", weightDecay, "between 0 and 1");
        }
        if (!(warmUp >= 0 && warmUp <= 1)) {
            throw InvalidInput.of("warm-up", warmUp, "a share between 0 and 1");
        }
        if (!(maxGradientNorm > 0)) {
            throw InvalidInput.of("gradient clipping", maxGradientNorm, "above 0");
        }
        if (!(averageDecay >= 0 && averageDecay < 1)) {
            throw InvalidInput.of(
                    "decay of the weight average", averageDecay, "at least 0 and below 1");
        }
    }

    public static OptimiserSettings defaults() {
        return new OptimiserSettings(2e-3, 1e-2, 0.05, RateCourse.COSINE, 1, 0.99);
    }

    /** Adam (Kingma and Ba 2015) at a constant rate and nothing else. */
    public static OptimiserSettings plain(double learningRate) {
        return new OptimiserSettings(
                learningRate, 0, 0, RateCourse.CONSTANT, Double.POSITIVE_INFINITY, 0);
    }

    public OptimiserSettings withLearningRate(double value) {
        return new OptimiserSettings(
                value, weightDecay, warmUp, course, maxGradientNorm, averageDecay);
    }

    public OptimiserSettings withWeightDecay(double value) {
        return new OptimiserSettings(
                learningRate, value, warmUp, course, maxGradientNorm, averageDecay);
    }

    public OptimiserSettings withAverageDecay(double value) {
        return new OptimiserSettings(
                learningRate, weightDecay, warmUp, course, maxGradientNorm, value);
    }

    /** Without an average: models are the trained weights themselves. */
    public OptimiserSettings withoutAverage() {
        return withAverageDecay(0);
    }

    /** Whether models are the moving average of the weights. */
    public boolean isAveraging() {
        return averageDecay > 0;
    }

    /**
     * The learning rate of a step: warm-up times the course.
     *
     * @param step 0..steps - 1
     * @param steps of the whole training
     */
    public double rate(long step, long steps) {
        double rising = warmUp == 0 ? 1 : Math.min(1, (step + 1) / (warmUp * steps));
        return learningRate * rising * course.factor(step, steps);
    }

    /** How far the average follows the weights in a step: 1 - min(decay, (1 + i) / (10 + i)). */
    public double averageWeight(long step) {
        return 1 - Math.min(averageDecay, (1.0 + step) / (10.0 + step));
    }
}
