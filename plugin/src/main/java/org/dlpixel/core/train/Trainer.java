package org.dlpixel.core.train;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.TorchEngine;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.data.TrainingChecks;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.TrainingSettings;

/**
 * Trains a network on patches and keeps the weights that segment the held-out regions best.
 *
 * <pre>
 * TrainingData data = new TrainingData(regions, classes, Normalization.defaults());
 * PatchSource patches =
 *     PatchSource.sampled(regions, sampler, settings.portions().patchesPerEpoch(), settings.seed());
 * TrainingResult result = new Trainer(network, settings).train(data, patches, progress);
 * </pre>
 *
 * <p>After every epoch the moving average of the weights is validated: Dice over the labelled
 * pixels of all held-out regions, mean over the foreground classes; at equal Dice the lower loss
 * wins. Only epochs in the second half of the schedule compete; if time runs out before, the last
 * one is kept. Without held-out regions the last average is kept.
 */
public final class Trainer {

    private final UNetSettings network;
    private final TrainingSettings settings;
    private final Optional<PixelModel> start;
    private final Optional<Checkpoints> checkpoints;
    private final boolean choosing;
    private final EpochListener listener;

    /**
     * @param network its input channels and classes must be those of the data
     * @param settings patchSize must be a multiple of what the network needs, see {@link
     *     #requirePatchSize}
     */
    public Trainer(UNetSettings network, TrainingSettings settings) {
        this(network, settings, Optional.empty(), Optional.empty(), true, (epoch, average) -> {});
    }

    private Trainer(
            UNetSettings network,
            TrainingSettings settings,
            Optional<PixelModel> start,
            Optional<Checkpoints> checkpoints,
            boolean choosing,
            EpochListener listener) {
        requirePatchSize(network, settings.portions().patchSize());
        this.network = network;
        this.settings = settings;
        this.start = start;
        this.checkpoints = checkpoints;
        this.choosing = choosing;
        this.listener = listener;
    }

    /**
     * This trainer, starting from the weights of a model instead of random ones ("fine-tuning").
     * The data must be normalised as the model says, show the same neighbouring slices and have its
     * classes; the model's correction is not taken over.
     *
     * @param model whose network has the same tensors as this trainer's; dropout may differ
     * @throws InvalidInput if it has not
     */
    public Trainer from(PixelModel model) {
        StartModel.requireSameNetwork(model, network);
        return new Trainer(network, settings, Optional.of(model), checkpoints, choosing, listener);
    }

    /**
     * This trainer, keeping its state in a folder and going on with what it finds there: as long as
     * settings, data and start are the same, the result is, bit by bit, that of a training without
     * a break. With a time limit the clock goes on, too.
     */
    public Trainer keeping(Checkpoints value) {
        return new Trainer(network, settings, start, Optional.of(value), choosing, listener);
    }

    /**
     * This trainer, keeping the last weights whatever held-out regions say of earlier ones: their
     * scores are then not flattered by the choice.
     */
    public Trainer watching() {
        return new Trainer(network, settings, start, checkpoints, false, listener);
    }

    /**
     * This trainer, telling somebody of every epoch. A training that is resumed from a checkpoint
     * tells of the remaining epochs only.
     */
    public Trainer telling(EpochListener value) {
        return new Trainer(network, settings, start, checkpoints, choosing, value);
    }

    /**
     * Raises {@link InvalidInput} unless patches of that size fit the network: a multiple of
     * 2^depth and at least twice that.
     */
    public static void requirePatchSize(UNetSettings network, int patchSize) {
        int multiple = network.sizeMultiple();
        if (patchSize % multiple != 0 || patchSize < 2 * multiple) {
            throw InvalidInput.of(
                    "patch size",
                    patchSize,
                    "a multiple of "
                            + multiple
                            + " and at least "
                            + 2 * multiple
                            + " at depth "
                            + network.depth());
        }
    }

    /**
     * Trains.
     *
     * @param patches normalised, patchSize x patchSize
     * @param progress told after every step, asked for cancellation before it
     * @throws InvalidInput if the labels cannot be learnt from, before the engine starts
     * @throws org.dlpixel.core.image.PixelClassificationException.Cancelled if the user stops
     */
    public TrainingResult train(TrainingData data, PatchSource patches, Progress progress) {
        List<String> warnings =
                TrainingChecks.check(
                        data.regions(), data.classes(), settings.portions().patchSize());
        requireFit(data);
        start.ifPresent(model -> StartModel.requireSameData(model, data));
        LossSettings loss = settings.objective().of(data);
        progress.report(0, "Starting the engine");
        TorchEngine.start();
        Weights weights =
                start.map(PixelModel::weights)
                        .orElseGet(() -> Weights.random(network, settings.seed()));
        TrainingTask task =
                new TrainingTask(
                        network, settings, loss, data, patches, weights, choosing, listener);
        CheckpointWriter writer = new CheckpointWriter(checkpoints, task);
        try (TrainingRun run = new TrainingRun(task, writer, progress)) {
            TrainingHistory history = run.train();
            return new TrainingResult(model(task, run.best(), history), history, warnings);
        }
    }

    private void requireFit(TrainingData data) {
        if (data.channels() != network.inputChannels()) {
            throw InvalidInput.of(
                    "number of channels",
                    data.channels(),
                    "the network's, " + network.inputChannels());
        }
        if (data.classes().size() != network.classes()) {
            throw InvalidInput.of(
                    "number of classes",
                    data.classes().size(),
                    "the network's, " + network.classes());
        }
    }

    private PixelModel model(TrainingTask task, Weights weights, TrainingHistory history) {
        TrainingStory story = new TrainingStory(task, start);
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        task.data().classes(),
                        task.data().normalization(),
                        task.data().context(),
                        Correction.NONE,
                        settings.portions().patchSize(),
                        settings.seed(),
                        story.history(history, weights),
                        story.provenance());
        return new PixelModel(metadata, weights);
    }
}
