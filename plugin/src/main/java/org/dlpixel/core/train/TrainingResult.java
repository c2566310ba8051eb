package org.dlpixel.core.train;

import java.util.List;
import org.dlpixel.core.network.PixelModel;

/**
 * What a training yields.
 *
 * @param model the best weights and what they mean
 * @param history epoch by epoch
 * @param warnings about the labels, for the user
 */
public record TrainingResult(PixelModel model, TrainingHistory history, List<String> warnings) {

    public TrainingResult {
        warnings = List.copyOf(warnings);
    }
}
