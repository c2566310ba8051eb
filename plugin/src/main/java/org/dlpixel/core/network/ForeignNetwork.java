package org.dlpixel.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;

/** A network that another program made, loaded into libtorch in evaluation mode. */
public final class ForeignNetwork implements PixelNetwork {

    private final ForeignMetadata metadata;
    private final TorchModule module;

    ForeignNetwork(ForeignMetadata metadata, byte[] archive, Execution execution) {
        this.metadata = metadata;
        this.module = new TorchModule(new ByteArrayInputStream(archive), execution);
    }

    @Override
    public int classCount() {
        return metadata.classes().size();
    }

    @Override
    public TileRule tileRule() {
        return new TileRule.Sized(metadata.height(), metadata.width());
    }

    /** Not known. */
    @Override
    public OptionalLong bytesPerPixel() {
        return OptionalLong.empty();
    }

    /**
     * The network's output after its postprocessing, as its makers define it, (N, channels, H, W).
     *
     * @throws EngineFailure if the network fails or gives another shape
     */
    public float[] output(float[] images, int n, int height, int width) {
        int channels = metadata.outputChannels();
        long[] expected = {n, channels, height, width};
        float[] output =
                module.infer(
                        "forward",
                        array -> floats(array, expected),
                        TorchModule.images(images, n, metadata.imageChannels(), height, width));
        int image = channels * height * width;
        for (int i = 0; i < n; i++) {
            float[] one = Arrays.copyOfRange(output, i * image, (i + 1) * image);
            metadata.postprocessing().forEach(step -> step.apply(one, channels));
            System.arraycopy(one, 0, output, i * image, image);
        }
        return output;
    }

    private static float[] floats(NDArray array, long[] expected) {
        long[] shape = array.getShape().getShape();
        if (!Arrays.equals(shape, expected)) {
            throw new EngineFailure(
                    "Illegal output of the network: "
                            + Arrays.toString(shape)
                            + ", must be "
                            + Arrays.toString(expected)
                            + " (batch, channel, y, x).",
                    null);
        }
        return array.toType(DataType.FLOAT32, false).toFloatArray();
    }

    @Override
    public float[] logits(float[] images, int n, int height, int width) {
        if (metadata.meaning() == ChannelMeaning.SCORES) {
            return byClass(images, n, height, width);
        }
        float[] values = probabilities(images, n, height, width);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.log(Math.max(values[i], Float.MIN_NORMAL));
        }
        return values;
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
        float[] values = byClass(images, n, height, width);
        int image = values.length / n;
        for (int i = 0; i < n; i++) {
            float[] one = Arrays.copyOfRange(values, i * image, (i + 1) * image);
            metadata.meaning().toProbabilities(one, classCount());
            System.arraycopy(one, 0, values, i * image, image);
        }
        return values;
    }

    @Override
    public byte[] classes(float[] images, int n, int height, int width) {
        float[] values =
                metadata.meaning() == ChannelMeaning.SCORES
                        ? byClass(images, n, height, width)
                        : probabilities(images, n, height, width);
        int plane = height * width;
        byte[] winners = new byte[n * plane];
        for (int i = 0; i < winners.length; i++) {
            int at = i / plane * plane * classCount() + i % plane;
            for (int c = 1; c < classCount(); c++) {
                if (values[at + c * plane] > values[at + winners[i] * plane]) {
                    winners[i] = (byte) c;
                }
            }
        }
        return winners;
    }

    /** The output with its channels in the order of the classes; 0 where there is none. */
    private float[] byClass(float[] images, int n, int height, int width) {
        float[] output = output(images, n, height, width);
        int plane = height * width;
        float[] values = new float[n * classCount() * plane];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < classCount(); c++) {
                int channel = metadata.channelOf(c);
                if (channel >= 0) {
                    int from = (i * metadata.outputChannels() + channel) * plane;
                    System.arraycopy(output, from, values, (i * classCount() + c) * plane, plane);
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        module.close();
    }
}
