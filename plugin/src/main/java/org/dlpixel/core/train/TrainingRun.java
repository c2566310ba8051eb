package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.StepResult;
import org.dlpixel.core.network.StepSettings;
import org.dlpixel.core.network.TrainableNetwork;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.TrainingHistory.Ending;

/** One training from its first to its last step. */
final class TrainingRun implements AutoCloseable {

    private final TrainingSettings settings;
    private final Validator validator;
    private final Schedule schedule;
    private final TrainingProgress progress;
    private final TrainableNetwork network;
    private final BatchLoader batches;
    private final List<EpochRecord> epochs = new ArrayList<>();
    private Weights best;
    private ValidationScore bestScore;
    private long step;

    TrainingRun(
            UNetSettings unet,
            TrainingSettings settings,
            LossSettings loss,
            TrainingData data,
            PatchSource patches,
            Weights start,
            Progress progress) {
        this.settings = settings;
        this.schedule = new Schedule(settings, System.nanoTime());
        this.progress = new TrainingProgress(progress, settings, schedule);
        this.validator = new Validator(unet, loss, data.heldOut(), settings.threads());
        this.network =
                TrainableNetwork.open(unet, start, loss, settings.seed(), settings.threads());
        this.batches = new BatchLoader(tasks(patches, unet.inputChannels()));
        this.best = start;
    }

    /** The weights to keep; after {@link #train}. */
    Weights best() {
        return best;
    }

    TrainingHistory train() {
        boolean over = false;
        while (!over && epochs.size() < schedule.epochs()) {
            over = epoch();
        }
        Ending ending = schedule.isLimited() ? Ending.TIME_LIMIT : Ending.COMPLETE;
        return new TrainingHistory(epochs, step * settings.portions().batchSize(), ending);
    }

    /** Trains until the epoch or the time ends, and validates; true if the time is over. */
    private boolean epoch() {
        double loss = 0;
        int steps = 0;
        double rate = 0;
        boolean over = false;
        while (!over && steps < settings.portions().stepsPerEpoch()) {
            progress.checkCancelled();
            schedule.beforeStep(step, System.nanoTime());
            rate = settings.optimiser().rate(step, schedule.steps());
            loss += step(rate);
            steps++;
            progress.step(epochs.size(), step, loss / steps);
            over = schedule.isOver(System.nanoTime());
        }
        epochs.add(validate(loss / steps, rate));
        progress.epoch(epochs.get(epochs.size() - 1));
        return over;
    }

    private double step(double rate) {
        OptimiserSettings optimiser = settings.optimiser();
        StepSettings numbers =
                new StepSettings(
                        step + 1,
                        rate,
                        optimiser.weightDecay(),
                        optimiser.maxGradientNorm(),
                        optimiser.averageWeight(step));
        Batch batch = batches.next();
        step++;
        StepResult result =
                network.step(
                        batch.images(),
                        batch.labels(),
                        batch.size(),
                        batch.height(),
                        batch.width(),
                        numbers);
        requireFinite(result.loss());
        return result.loss();
    }

    private void requireFinite(double loss) {
        if (!Double.isFinite(loss)) {
            throw InvalidInput.of(
                    "loss in step " + step,
                    loss,
                    "a finite number: lower the learning rate, "
                            + settings.optimiser().learningRate());
        }
    }

    private EpochRecord validate(double loss, double rate) {
        Weights average = network.average();
        Optional<ValidationScore> score = Optional.empty();
        boolean isBest = true;
        if (validator.hasRegions()) {
            ValidationScore now = validator.score(average, progress.whole());
            score = Optional.of(now);
            isBest = isEarly() || bestScore == null || now.isAtLeast(bestScore);
            bestScore = isBest && !isEarly() ? now : bestScore;
        }
        if (isBest) {
            best = average;
        }
        double seconds = schedule.seconds(System.nanoTime());
        return new EpochRecord(epochs.size() + 1, loss, score, rate, seconds, isBest);
    }

    /**
     * In the first half of the schedule every epoch replaces the one before: scores on few held-out
     * pixels are noisy, and a lucky early epoch must not win.
     */
    private boolean isEarly() {
        return epochs.size() < schedule.epochs() / 2;
    }

    /** Batches of all epochs in order; every one is full. */
    private Iterator<Callable<Batch>> tasks(PatchSource patches, int channels) {
        int perEpoch = settings.portions().stepsPerEpoch();
        int size = settings.portions().batchSize();
        return LongStream.range(0, (long) settings.portions().epochs() * perEpoch)
                .<Callable<Batch>>mapToObj(
                        i -> {
                            int first = (int) (i % perEpoch) * size;
                            return () -> Batch.draw(patches, i / perEpoch, first, size, channels);
                        })
                .iterator();
    }

    @Override
    public void close() {
        batches.close();
        network.close();
    }
}
