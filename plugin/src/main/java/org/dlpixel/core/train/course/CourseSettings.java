package org.dlpixel.core.train.course;

import java.util.Optional;
import org.dlpixel.core.train.Checkpoints;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.ValidationPlan;

/**
 * How a model is made besides the training of its network.
 *
 * @param plan which regions are held out; with several folds, each is held out once, and the final
 *     network learns from all of them
 * @param grouping what counts as one in confidence intervals
 * @param selfTraining how the unlabelled rest is learnt from, if it is and there are volumes
 * @param priors how much of the volume each class fills
 * @param checkpoints a folder in which every training keeps its state, to go on after an
 *     interruption; empty: nothing is kept
 */
public record CourseSettings(
        ValidationPlan plan,
        Grouping grouping,
        Optional<SelfTrainingSettings> selfTraining,
        Priors priors,
        Optional<Checkpoints> checkpoints) {

    public CourseSettings withCheckpoints(Optional<Checkpoints> value) {
        return new CourseSettings(plan, grouping, selfTraining, priors, value);
    }
}
