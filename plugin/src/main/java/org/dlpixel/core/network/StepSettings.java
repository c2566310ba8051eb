package org.dlpixel.core.network;

/**
 * Numbers of one optimiser step, see {@link OptimiserScript}.
 *
 * @param step number of the step, from 1: AdamW corrects the bias of its moments by it
 * @param learningRate AdamW's step size, betas .9 and .999, epsilon 1e-8
 * @param weightDecay share by which weights shrink per step and unit of learning rate
 * @param maxGradientNorm longer gradients are shortened to it; infinite for no limit
 * @param averageWeight how far the moving average follows the weights, 0..1: 1 - decay
 */
public record StepSettings(
        long step,
        double learningRate,
        double weightDecay,
        double maxGradientNorm,
        double averageWeight) {

    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /**
     * What the step method reads, by {@link StepNumber#index}. AdamW's rate * (m / c1) / (sqrt(v /
     * c2) + e), with c = 1 - beta^step, is written as (rate sqrt(c2) / c1) * m / (sqrt(v) + e
     * sqrt(c2)).
     *
     * @param softFactor how much the loss of soft targets counts
     */
    double[] numbers(double softFactor) {
        double correction1 = 1 - Math.pow(BETA1, (double) step);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, (double) step));
        double[] numbers = new double[StepNumber.values().length];
        numbers[StepNumber.MINUS_RATE.index()] = -learningRate * correction2 / correction1;
        numbers[StepNumber.EPSILON.index()] = EPSILON * correction2;
        numbers[StepNumber.KEEP.index()] = 1 - learningRate * weightDecay;
        numbers[StepNumber.LIMIT.index()] = maxGradientNorm;
        numbers[StepNumber.FOLLOW.index()] = averageWeight;
        numbers[StepNumber.SOFT_FACTOR.index()] = softFactor;
        return numbers;
    }
}
