package org.dlpixel.core.train;

import org.dlpixel.core.network.Weights;

/** Is told of every epoch of a training, in the training's thread. */
@FunctionalInterface
public interface EpochListener {

    /**
     * An epoch has ended.
     *
     * @param epoch 0-based
     * @param average moving average of the weights now
     */
    void ended(int epoch, Weights average);
}
