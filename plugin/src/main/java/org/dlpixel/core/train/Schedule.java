package org.dlpixel.core.train;

import org.dlpixel.core.train.settings.TrainingSettings;

/**
 * How many steps there will be. Only if the time limit would be broken does the number depend on
 * the clock: once the speed is known, the epochs are cut to what fits, so that the learning rate
 * still falls to 0 at the end.
 */
final class Schedule {

    /** Steps after which the speed is known; the very first are slower. */
    private static final int MEASURED_STEPS = 20;

    /** Share of the limit that is planned for; the rest is for validation and slower steps. */
    private static final double PLANNED_SHARE = 0.9;

    private final TrainingSettings settings;
    private final long start;
    private int epochs;
    private long measureStart;
    private boolean limited;

    /**
     * What must be known to go on.
     *
     * @param nanos since training began, breaks not counted
     * @param measured when the speed was begun to be measured
     * @param epochs of the whole training
     * @param limited whether the time limit decided on them
     */
    record State(long nanos, long measured, int epochs, boolean limited) {}

    Schedule(TrainingSettings settings, long startNanos) {
        this(settings, startNanos, new State(0, 0, settings.portions().epochs(), false));
    }

    /** Goes on with a schedule: the clock continues. */
    Schedule(TrainingSettings settings, long nowNanos, State state) {
        this.settings = settings;
        this.start = nowNanos - state.nanos();
        this.measureStart = start + state.measured();
        this.epochs = state.epochs();
        this.limited = state.limited();
    }

    State state(long nanos) {
        return new State(nanos - start, measureStart - start, epochs, limited);
    }

    int epochs() {
        return epochs;
    }

    /** Steps of the whole training. */
    long steps() {
        return (long) epochs * settings.portions().stepsPerEpoch();
    }

    /** Whether an epoch (0-based) is in the first half. */
    boolean isYoung(int epoch) {
        return epoch < epochs / 2;
    }

    /** Takes note of the time before a step; plans once. */
    void beforeStep(long step, long nanos) {
        if (step == MEASURED_STEPS / 2) {
            measureStart = nanos;
        } else if (step == MEASURED_STEPS) {
            plan(step, nanos);
        }
    }

    /** The epoch that has begun is finished, if time allows: its rate falls to 0 as well. */
    private void plan(long step, long nanos) {
        double perStep = (nanos - measureStart) / (MEASURED_STEPS / 2.0);
        double perEpoch = perStep * settings.portions().stepsPerEpoch();
        double limit = settings.budget().minutes() * 60e9 * PLANNED_SHARE - (measureStart - start);
        if (steps() * perStep > limit) {
            limited = true;
            long begun = step / settings.portions().stepsPerEpoch() + 1;
            epochs = (int) Math.max(begun, (long) Math.min(epochs, limit / perEpoch));
        }
    }

    /** Whether the time limit is reached. */
    boolean isOver(long nanos) {
        limited |= (nanos - start) > settings.budget().minutes() * 60e9;
        return (nanos - start) > settings.budget().minutes() * 60e9;
    }

    /** Whether the time limit, not the number of epochs, ends the training. */
    boolean isLimited() {
        return limited;
    }

    double seconds(long nanos) {
        return (nanos - start) / 1e9;
    }
}
