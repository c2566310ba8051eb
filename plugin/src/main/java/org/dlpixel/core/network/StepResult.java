package org.dlpixel.core.network;

/**
 * What a training step saw.
 *
 * @param loss before the step
 * @param gradientNorm Euclidean norm of the gradient of all parameters, before clipping
 */
public record StepResult(double loss, double gradientNorm) {}
