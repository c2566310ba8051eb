package org.dlpixel.core.train;

import java.util.Optional;
import org.dlpixel.core.network.Weights;

/**
 * Which epoch's weights are kept. Without validation each epoch replaces the one before, and also
 * while the training is young: scores on few held-out pixels are noisy, and a lucky early epoch
 * must not win.
 */
final class Selection {

    private State state;

    /**
     * What must be known to go on.
     *
     * @param best weights to keep
     * @param score of the best epoch that competed
     * @param stale how many competing epochs in a row were not better
     */
    record State(Weights best, Optional<ValidationScore> score, int stale) {}

    Selection(State state) {
        this.state = state;
    }

    static Selection startingWith(Weights start) {
        return new Selection(new State(start, Optional.empty(), 0));
    }

    State state() {
        return state;
    }

    Weights best() {
        return state.best();
    }

    /**
     * Offers the weights of an epoch.
     *
     * @param young whether the epoch does not compete yet
     * @return whether they are the ones to keep
     */
    boolean offer(Weights weights, Optional<ValidationScore> score, boolean young) {
        boolean better =
                young
                        || score.isEmpty()
                        || state.score().isEmpty()
                        || score.get().isAtLeast(state.score().get());
        if (better) {
            state = new State(weights, young ? Optional.empty() : score, 0);
        } else {
            state = new State(state.best(), state.score(), state.stale() + 1);
        }
        return better;
    }

    /** Whether so many competing epochs in a row were not better; never if 0. */
    boolean isOutOf(int patience) {
        return patience > 0 && state.stale() >= patience;
    }
}
