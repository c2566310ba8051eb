package org.dlpixel.core.network;

import ai.djl.ndarray.NDArray;

/**
 * A network in training, loaded into libtorch: weights, optimiser state and a moving average of the
 * weights. A step is one call; see {@code OptimiserScript} for the formulas.
 */
public final class TrainableNetwork implements AutoCloseable {

    private final UNetSettings settings;
    private final TorchModule module;
    private final long seed;

    private TrainableNetwork(
            UNetSettings settings,
            TrainingState state,
            LossSettings loss,
            long seed,
            Execution execution) {
        this.settings = settings;
        this.seed = seed;
        ScriptVariant variant =
                ScriptVariant.DEFAULT.withLoss(loss).withPrecision(execution.precision());
        this.module = new TorchModule(state.stream(settings, variant), execution);
        module.trainingMode();
    }

    /**
     * Loads a network for training with the default loss.
     *
     * @param weights where training starts
     * @param seed of dropout
     * @param threads threads per operation, at least 1
     */
    public static TrainableNetwork open(
            UNetSettings settings, Weights weights, long seed, int threads) {
        return open(settings, weights, LossSettings.defaults(), seed, threads);
    }

    /** Loads a network for training with a certain loss. */
    public static TrainableNetwork open(
            UNetSettings settings, Weights weights, LossSettings loss, long seed, int threads) {
        return open(settings, TrainingState.start(weights), loss, seed, threads);
    }

    /**
     * Loads a network whose training goes on. Steps, data, seed, loss and threads being the same,
     * the weights become, bit by bit, what they would have become without a break.
     */
    public static TrainableNetwork open(
            UNetSettings settings, TrainingState state, LossSettings loss, long seed, int threads) {
        return open(settings, state, loss, seed, Execution.onCpu(threads));
    }

    /**
     * The same on any device. Only on the processor are results equal bit by bit.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.EngineFailure if the device
     *     cannot be used
     */
    public static TrainableNetwork open(
            UNetSettings settings,
            TrainingState state,
            LossSettings loss,
            long seed,
            Execution execution) {
        return new TrainableNetwork(settings, state, loss, seed, execution);
    }

    /**
     * One step on one batch.
     *
     * @param images (N, C, H, W), normalised to 0..1
     * @param labels class index per pixel, -1 unlabelled, (N, H, W)
     */
    public StepResult step(
            float[] images, byte[] labels, int n, int height, int width, StepSettings step) {
        float[] result =
                module.train(
                        "step",
                        dropoutSeed(step.step()),
                        NDArray::toFloatArray,
                        TorchModule.images(images, n, settings.inputChannels(), height, width),
                        TorchModule.labels(labels, n, height, width),
                        TorchModule.numbers(step.numbers(0)));
        return new StepResult(result[0], result[1]);
    }

    /**
     * One step on one batch whose pixels have, besides labels, soft targets; see {@link
     * SoftTargets} for the loss.
     *
     * @param images (N, C, H, W), normalised to 0..1
     * @param labels class index per pixel, -1 unlabelled, (N, H, W)
     * @param targets of the same pixels
     */
    public StepResult step(
            float[] images,
            byte[] labels,
            SoftTargets targets,
            int n,
            int height,
            int width,
            StepSettings step) {
        int classes = settings.classes();
        targets.requireFit(n, classes, height, width);
        float[] result =
                module.train(
                        "soft_step",
                        dropoutSeed(step.step()),
                        NDArray::toFloatArray,
                        TorchModule.images(images, n, settings.inputChannels(), height, width),
                        TorchModule.labels(labels, n, height, width),
                        TorchModule.images(targets.probabilities(), n, classes, height, width),
                        TorchModule.images(targets.weights(), n, 1, height, width),
                        TorchModule.numbers(step.numbers(targets.factor())));
        return new StepResult(result[0], result[1]);
    }

    /** Depends on nothing but the seed and the step: other networks may run in between. */
    private long dropoutSeed(long step) {
        return seed * 0x9E3779B97F4A7C15L + step;
    }

    /** The weights now. */
    public Weights weights() {
        return read("weights");
    }

    /** The moving average of the weights. */
    public Weights average() {
        return read("average");
    }

    private Weights read(String method) {
        return new Weights(Weights.tensorsOf(settings), values(method));
    }

    /** All that the training needs to go on later. */
    public TrainingState state() {
        return new TrainingState(weights(), values("first"), values("second"), average());
    }

    private float[] values(String method) {
        return module.infer(method, NDArray::toFloatArray, TorchModule.numbers(0));
    }

    @Override
    public void close() {
        module.close();
    }
}
