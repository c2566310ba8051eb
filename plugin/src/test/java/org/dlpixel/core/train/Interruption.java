package org.dlpixel.core.train;

import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.Progress;

/** Stops a training in the middle of an epoch. */
final class Interruption implements Progress {

    private final String epoch;
    private final Runnable action;
    private int steps;

    /**
     * @param epoch 1-based
     * @param action called in the second step of the epoch, and what then happens
     */
    Interruption(int epoch, Runnable action) {
        this.epoch = "Epoch " + epoch + "/";
        this.action = action;
    }

    static Interruption cancelIn(int epoch) {
        return new Interruption(
                epoch,
                () -> {
                    throw new Cancelled();
                });
    }

    @Override
    public void report(double fraction, String message) {
        if (message.startsWith(epoch)) {
            steps++;
        }
    }

    @Override
    public void checkCancelled() {
        if (steps == 2) {
            action.run();
        }
    }
}
