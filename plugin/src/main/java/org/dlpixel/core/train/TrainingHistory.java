package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dlpixel.core.train.patches.Pace;

/**
 * The epochs of a training, in order.
 *
 * @param epochs at least one
 * @param ending why training ended
 * @param pace how many patches were seen, and how fast
 */
public record TrainingHistory(List<EpochRecord> epochs, Ending ending, Pace pace) {

    /** How many epochs a model tells of. */
    private static final int MAX_TOLD = 1000;

    /** Why a training ended. */
    public enum Ending {
        /** All epochs were done. */
        COMPLETE("all epochs done"),
        /** The time limit came first. */
        TIME_LIMIT("time limit"),
        /** Validation did not get better any more. */
        EARLY_STOP("no better validation");

        private final String title;

        Ending(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }
    }

    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /** The epoch whose weights are in the model: the best validated one, else the last. */
    public EpochRecord kept() {
        EpochRecord kept = epochs.get(epochs.size() - 1);
        for (EpochRecord epoch : epochs) {
            if (epoch.best()) {
                kept = epoch;
            }
        }
        return kept;
    }

    /** Whether held-out regions chose the weights. */
    public boolean isValidated() {
        return kept().validation().isPresent();
    }

    /**
     * This history with the mean scores of other trainings as validation, epoch by epoch; epochs
     * that not all of them reached stay without.
     *
     * @param others at least one, validated
     */
    public TrainingHistory watchedBy(List<TrainingHistory> others) {
        List<EpochRecord> watched = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            int epoch = i;
            List<ValidationScore> scores =
                    others.stream()
                            .filter(other -> other.epochs.size() > epoch)
                            .flatMap(other -> other.epochs.get(epoch).validation().stream())
                            .toList();
            Optional<ValidationScore> mean =
                    scores.size() == others.size()
                            ? Optional.of(ValidationScore.mean(scores))
                            : Optional.empty();
            watched.add(epochs.get(i).validatedBy(mean));
        }
        return new TrainingHistory(watched, ending, pace);
    }

    /** What a model tells of its training; nothing that depends on time. */
    Map<String, String> summary() {
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("epochs", Integer.toString(epochs.size()));
        summary.put("ending", ending.title());
        summary.put("patches", Long.toString(pace.patches()));
        summary.put("kept epoch", Integer.toString(kept().epoch()));
        summary.put("chosen by", isValidated() ? "held-out regions" : "last epoch");
        summary.put("training loss", number(kept().loss()));
        kept().validation()
                .ifPresent(
                        score -> {
                            summary.put("validation loss", number(score.loss()));
                            summary.put("validation Dice", number(score.meanForegroundDice()));
                            summary.put("95 % confidence of Dice by class", confidence(score));
                        });
        summary.put("loss by epoch", byEpoch(EpochRecord::loss));
        if (isValidated()) {
            summary.put(
                    "validation Dice by epoch",
                    byEpoch(e -> e.validation().orElseThrow().meanForegroundDice()));
        }
        return summary;
    }

    /** In order; of a long training only every n-th epoch, and the last. */
    private String byEpoch(ToDoubleFunction<EpochRecord> value) {
        int every = (epochs.size() + MAX_TOLD - 1) / MAX_TOLD;
        return epochs.stream()
                .filter(e -> e.epoch() % every == 0 || e.epoch() == epochs.size())
                .map(e -> (every == 1 ? "" : e.epoch() + ": ") + number(value.applyAsDouble(e)))
                .collect(Collectors.joining(" "));
    }

    private static String confidence(ValidationScore score) {
        return score.confidence().stream()
                .map(
                        interval ->
                                interval.map(i -> number(i.low()) + ".." + number(i.high()))
                                        .orElse("-"))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
