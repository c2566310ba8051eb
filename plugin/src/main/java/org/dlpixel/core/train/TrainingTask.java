package org.dlpixel.core.train;

import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.TrainingSettings;

/**
 * All that decides how a training goes.
 *
 * @param network what is trained
 * @param settings how
 * @param loss that the settings give for these data
 * @param data what on
 * @param patches cut from the data
 * @param start weights before the first step
 * @param choosing whether held-out regions choose the epoch that is kept
 * @param listener told of every epoch
 */
record TrainingTask(
        UNetSettings network,
        TrainingSettings settings,
        LossSettings loss,
        TrainingData data,
        PatchSource patches,
        Weights start,
        boolean choosing,
        EpochListener listener) {}
