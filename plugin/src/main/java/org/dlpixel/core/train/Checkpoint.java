package org.dlpixel.core.train;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.network.TrainingState;
import org.dlpixel.core.train.patches.Pace;

/**
 * All that a training needs to go on as if it had never been interrupted, at the end of an epoch.
 *
 * @param step steps that are done
 * @param epochs that are done
 * @param schedule with the time that has passed
 * @param selection with the best weights so far
 * @param pace so far
 * @param network weights, moments and average; empty before the first step
 */
record Checkpoint(
        long step,
        List<EpochRecord> epochs,
        Schedule.State schedule,
        Selection.State selection,
        Pace pace,
        Optional<TrainingState> network) {

    /** Before the first step. */
    static Checkpoint start(TrainingTask task) {
        return new Checkpoint(
                0,
                List.of(),
                new Schedule(task.settings(), 0).state(0),
                Selection.startingWith(task.start()).state(),
                new Pace(0, 0, 0),
                Optional.empty());
    }

    Checkpoint with(TrainingState state) {
        return new Checkpoint(step, epochs, schedule, selection, pace, Optional.of(state));
    }
}
