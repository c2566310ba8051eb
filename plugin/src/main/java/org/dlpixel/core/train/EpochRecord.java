package org.dlpixel.core.train;

import java.util.Optional;

/**
 * What one epoch brought.
 *
 * @param epoch 1-based
 * @param loss mean over the epoch's steps
 * @param validation of the averaged weights at its end; empty without held-out regions
 * @param learningRate of its last step
 * @param seconds since training began
 * @param best whether these weights were the best so far
 */
public record EpochRecord(
        int epoch,
        double loss,
        Optional<ValidationScore> validation,
        double learningRate,
        double seconds,
        boolean best) {

    EpochRecord validatedBy(Optional<ValidationScore> score) {
        return new EpochRecord(epoch, loss, score, learningRate, seconds, best);
    }
}
