package org.dlpixel.core.network;

import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

/**
 * A network that classifies pixels, loaded into libtorch in evaluation mode: dropout is off and
 * batch norm uses its running statistics.
 *
 * <p>Images are (N, C, H, W), normalised to 0..1; H and W must be multiples of {@link
 * UNetSettings#sizeMultiple()}. One call at a time.
 */
public final class Network implements PixelNetwork {

    private final UNetSettings settings;
    private final Precision precision;
    private final TorchModule module;

    private Network(UNetSettings settings, TorchModule module, Precision precision) {
        this.settings = settings;
        this.precision = precision;
        this.module = module;
    }

    /**
     * Loads a network to run on the processor.
     *
     * @param threads threads per operation, at least 1
     */
    public static Network open(UNetSettings settings, Weights weights, int threads) {
        return open(settings, weights, Correction.NONE, threads);
    }

    /**
     * Loads a network whose scores are corrected, to run on the processor.
     *
     * @param threads threads per operation, at least 1
     */
    public static Network open(
            UNetSettings settings, Weights weights, Correction correction, int threads) {
        return open(
                settings, weights, LossSettings.defaults(), correction, Execution.onCpu(threads));
    }

    /**
     * Loads a network to be judged by a certain loss, to run on the processor.
     *
     * @param threads threads per operation, at least 1
     */
    public static Network open(
            UNetSettings settings, Weights weights, LossSettings loss, int threads) {
        return open(settings, weights, loss, Correction.NONE, Execution.onCpu(threads));
    }

    /**
     * Loads a network.
     *
     * @param loss that it is judged by
     * @param correction of its scores
     * @throws org.dlpixel.core.image.PixelClassificationException.EngineFailure if the device
     *     cannot be used
     */
    public static Network open(
            UNetSettings settings,
            Weights weights,
            LossSettings loss,
            Correction correction,
            Execution execution) {
        ScriptVariant variant = new ScriptVariant(loss, correction, execution.precision());
        TorchModule module =
                FusedModule.open(settings, weights, variant, execution)
                        .orElseGet(() -> plain(settings, weights, variant, execution));
        return new Network(settings, module, execution.precision());
    }

    private static TorchModule plain(
            UNetSettings settings, Weights weights, ScriptVariant variant, Execution execution) {
        return new TorchModule(weights.inferenceStream(settings, variant), execution);
    }

    public UNetSettings settings() {
        return settings;
    }

    @Override
    public int classCount() {
        return settings.classes();
    }

    @Override
    public TileRule tileRule() {
        return settings.norm().isLocal()
                ? new TileRule.Aligned(ReceptiveField.of(settings))
                : new TileRule.Whole(settings.sizeMultiple());
    }

    @Override
    public OptionalLong bytesPerPixel() {
        return OptionalLong.of(settings.bytesPerPixel(precision));
    }

    /** Class scores before the softmax, corrected, (N, classes, H, W). */
    @Override
    public float[] logits(float[] images, int n, int height, int width) {
        return module.infer("forward", NDArray::toFloatArray, images(images, n, height, width));
    }

    /** Class probabilities, (N, classes, H, W). */
    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
        return module.infer(
                "probabilities", NDArray::toFloatArray, images(images, n, height, width));
    }

    /** The most probable class of every pixel (the first of equals), (N, H, W). */
    @Override
    public byte[] classes(float[] images, int n, int height, int width) {
        return module.infer("classes", Network::bytes, images(images, n, height, width));
    }

    /** Results on the processor are read where libtorch has them. */
    @Override
    public void classes(FloatImage image, Roi part, Consumer<ByteBuffer> target) {
        requireSize(part.height(), part.width());
        if (image.channels() != settings.inputChannels()) {
            throw InvalidInput.of(
                    "number of channels", image.channels(), "" + settings.inputChannels());
        }
        module.<Boolean>infer(
                "classes",
                found -> {
                    target.accept(found.toByteBuffer(!found.getDevice().isGpu()));
                    return true;
                },
                TorchModule.part(image, part));
    }

    /**
     * The loss that the network was opened with, without dropout.
     *
     * @param labels class index per pixel, -1 unlabelled, (N, H, W)
     */
    public double loss(float[] images, byte[] labels, int n, int height, int width) {
        TorchModule.Argument x = images(images, n, height, width);
        return module.<Float>infer(
                "loss", NDArray::getFloat, x, TorchModule.labels(labels, n, height, width));
    }

    private TorchModule.Argument images(float[] values, int n, int height, int width) {
        requireSize(height, width);
        return TorchModule.images(values, n, settings.inputChannels(), height, width);
    }

    private void requireSize(int height, int width) {
        int multiple = settings.sizeMultiple();
        if (height % multiple != 0 || width % multiple != 0) {
            throw InvalidInput.of(
                    "image size", width + " x " + height, "a multiple of " + multiple);
        }
    }

    private static byte[] bytes(NDArray array) {
        ByteBuffer buffer = array.toByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        module.close();
    }
}
