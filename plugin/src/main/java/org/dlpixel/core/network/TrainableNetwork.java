package org.dlpixel.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A network in training, loaded into libtorch: weights, optimiser state and a moving average of the
 * weights. A step is one call; see {@code OptimiserScript} for the formulas.
 */
public final class TrainableNetwork implements AutoCloseable {

    private final UNetSettings settings;
    private final TorchModule module;

    private TrainableNetwork(UNetSettings settings, Weights weights, LossSettings loss) {
        this.settings = settings;
        this.module = new TorchModule(weights.trainingArchive(settings, loss));
        module.trainingMode();
    }

    /**
     * Loads a network for training with the default loss.
     *
     * @param weights where training starts
     * @param seed of dropout
     * @param threads threads per operation, at least 1; holds for the whole process
     */
    public static TrainableNetwork open(
            UNetSettings settings, Weights weights, long seed, int threads) {
        return open(settings, weights, LossSettings.defaults(), seed, threads);
    }

    /** Loads a network for training with a certain loss. */
    public static TrainableNetwork open(
            UNetSettings settings, Weights weights, LossSettings loss, long seed, int threads) {
        TorchEngine.useThreads(threads);
        EngineThread.run(() -> JniUtils.setSeed(seed));
        return new TrainableNetwork(settings, weights, loss);
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
                        NDArray::toFloatArray,
                        TorchModule.images(images, n, settings.inputChannels(), height, width),
                        TorchModule.labels(labels, n, height, width),
                        TorchModule.numbers(step.numbers()));
        return new StepResult(result[0], result[1]);
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
        return Weights.of(
                settings, module.infer(method, NDArray::toFloatArray, TorchModule.numbers(0)));
    }

    @Override
    public void close() {
        module.close();
    }
}
