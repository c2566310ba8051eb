package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.StepResult;
import org.dlpixel.core.network.StepSettings;
import org.dlpixel.core.network.TrainableNetwork;
import org.dlpixel.core.network.TrainingState;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.TrainingHistory.Ending;
import org.dlpixel.core.train.patches.Batch;
import org.dlpixel.core.train.patches.BatchLoader;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.patches.Stopwatch;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.TrainingSettings;

/** One training from its first, or the step after its last checkpoint, to its last step. */
final class TrainingRun implements AutoCloseable {

    private final TrainingSettings settings;
    private final Validator validator;
    private final Schedule schedule;
    private final TrainingProgress progress;
    private final CheckpointWriter checkpoints;
    private final TrainableNetwork network;
    private final BatchLoader batches;
    private final Stopwatch stopwatch;
    private final Selection selection;
    private final boolean choosing;
    private final EpochListener listener;
    private final List<EpochRecord> epochs;
    private long step;

    TrainingRun(TrainingTask task, CheckpointWriter checkpoints, Progress progress) {
        this.settings = task.settings();
        this.checkpoints = checkpoints;
        long now = System.nanoTime();
        Checkpoint from = checkpoints.read().orElseGet(() -> Checkpoint.start(task));
        this.schedule = new Schedule(settings, now, from.schedule());
        this.progress = new TrainingProgress(progress, settings, schedule);
        this.validator =
                new Validator(
                        task.network(), task.loss(), task.data().heldOut(), settings.execution());
        this.stopwatch = new Stopwatch(from.pace());
        this.selection = new Selection(from.selection());
        this.choosing = task.choosing();
        this.listener = task.listener();
        this.epochs = new ArrayList<>(from.epochs());
        this.step = from.step();
        this.network = open(task, from);
        this.batches =
                new BatchLoader(tasks(task.patches(), task.network().inputChannels()), stopwatch);
    }

    private static TrainableNetwork open(TrainingTask task, Checkpoint from) {
        return TrainableNetwork.open(
                task.network(),
                from.network().orElseGet(() -> TrainingState.start(task.start())),
                task.loss(),
                task.settings().seed(),
                task.settings().execution());
    }

    /** The weights to keep; after {@link #train}. */
    Weights best() {
        return selection.best();
    }

    TrainingHistory train() {
        while (!isDone()) {
            epoch();
        }
        return new TrainingHistory(epochs, ending(), stopwatch.pace());
    }

    private boolean isDone() {
        return epochs.size() >= schedule.epochs()
                || isStale()
                || (!epochs.isEmpty() && schedule.isOver(System.nanoTime()));
    }

    private boolean isStale() {
        return selection.isOutOf(settings.budget().patience());
    }

    private Ending ending() {
        if (isStale() && epochs.size() < schedule.epochs()) {
            return Ending.EARLY_STOP;
        }
        return schedule.isLimited() ? Ending.TIME_LIMIT : Ending.COMPLETE;
    }

    /** Trains until the epoch or the time ends, and validates. */
    private void epoch() {
        double loss = 0;
        int steps = 0;
        double rate = 0;
        boolean over = false;
        stopwatch.start();
        while (!over && steps < settings.portions().stepsPerEpoch()) {
            progress.checkCancelled();
            schedule.beforeStep(step, System.nanoTime());
            rate = settings.optimiser().rate(step, schedule.steps());
            loss += step(rate);
            steps++;
            progress.step(epochs.size(), step, loss / steps);
            over = schedule.isOver(System.nanoTime());
        }
        stopwatch.stop((long) steps * settings.portions().batchSize());
        epochs.add(validate(loss / steps, rate));
        progress.epoch(epochs.get(epochs.size() - 1));
        checkpoints.write(this::checkpoint, isDone());
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
        StepResult result = step(batch, numbers);
        requireFinite(result.loss());
        return result.loss();
    }

    private StepResult step(Batch batch, StepSettings numbers) {
        int n = batch.size();
        int height = batch.height();
        int width = batch.width();
        return batch.targets().isPresent()
                ? network.step(
                        batch.images(),
                        batch.labels(),
                        batch.targets().get(),
                        n,
                        height,
                        width,
                        numbers)
                : network.step(batch.images(), batch.labels(), n, height, width, numbers);
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
        Optional<ValidationScore> score =
                validator.hasRegions()
                        ? Optional.of(validator.score(average, progress.whole()))
                        : Optional.empty();
        listener.ended(epochs.size(), average);
        boolean young = !choosing || schedule.isYoung(epochs.size());
        boolean best = selection.offer(average, score, young);
        double seconds = schedule.seconds(System.nanoTime());
        return new EpochRecord(epochs.size() + 1, loss, score, rate, seconds, best);
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                step,
                List.copyOf(epochs),
                schedule.state(System.nanoTime()),
                selection.state(),
                stopwatch.pace(),
                Optional.of(network.state()));
    }

    /** Batches of all epochs in order, from the current step on; every one is full. */
    private Iterator<Callable<Batch>> tasks(PatchSource patches, int channels) {
        int perEpoch = settings.portions().stepsPerEpoch();
        int size = settings.portions().batchSize();
        return LongStream.range(step, (long) settings.portions().epochs() * perEpoch)
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
