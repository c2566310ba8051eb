package org.dlpixel.core.train;

import java.util.Locale;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.train.settings.TrainingSettings;

/** What the user reads while a network is trained. */
final class TrainingProgress {

    private final Progress progress;
    private final TrainingSettings settings;
    private final Schedule schedule;
    private String validation = "";

    TrainingProgress(Progress progress, TrainingSettings settings, Schedule schedule) {
        this.progress = progress;
        this.settings = settings;
        this.schedule = schedule;
    }

    Progress whole() {
        return progress;
    }

    void checkCancelled() {
        progress.checkCancelled();
    }

    /** Tells of a step; {@code done} steps are done. */
    void step(int epoch, long done, double loss) {
        double seconds = schedule.seconds(System.nanoTime());
        double fraction = (double) done / schedule.steps();
        progress.report(
                fraction,
                String.format(
                        Locale.ROOT,
                        "Epoch %d/%d, loss %.3f%s, %.0f patches/s, %s left",
                        epoch + 1,
                        schedule.epochs(),
                        loss,
                        validation,
                        done * settings.portions().batchSize() / seconds,
                        time(seconds / fraction - seconds)));
    }

    /** Takes note of what an epoch brought. */
    void epoch(EpochRecord epoch) {
        epoch.validation()
                .ifPresent(
                        score ->
                                validation =
                                        String.format(
                                                Locale.ROOT,
                                                ", validation loss %.3f, validation Dice %.3f",
                                                score.loss(),
                                                score.meanForegroundDice()));
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60);
    }
}
