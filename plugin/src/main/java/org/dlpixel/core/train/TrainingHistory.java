package org.dlpixel.core.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The epochs of a training, in order.
 *
 * @param epochs at least one
 * @param patches drawn in all
 * @param ending why training ended
 */
public record TrainingHistory(List<EpochRecord> epochs, long patches, Ending ending) {

    /** Why a training ended. */
    public enum Ending {
        /** All epochs were done. */
        COMPLETE,
        /** The time limit came first. */
        TIME_LIMIT
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

    /** What a model tells of its training; nothing that depends on time. */
    Map<String, String> summary() {
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("epochs", Integer.toString(epochs.size()));
        summary.put("patches", Long.toString(patches));
        summary.put("kept epoch", Integer.toString(kept().epoch()));
        summary.put("chosen by", isValidated() ? "held-out regions" : "last epoch");
        summary.put("training loss", number(kept().loss()));
        kept().validation()
                .ifPresent(
                        score -> {
                            summary.put("validation loss", number(score.loss()));
                            summary.put("validation Dice", number(score.meanForegroundDice()));
                        });
        return summary;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
