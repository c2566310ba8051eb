package org.dlpixel.core.network.bioimage;

import java.util.SplittableRandom;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;

/**
 * An image and what the model really makes of it, so that others can check that their program runs
 * the model right. The image is raw: noisy stripes and a ramp, of the smallest allowed size.
 *
 * @param input raw intensities, (1, channels, size, size)
 * @param output class probabilities, (1, classes, size, size)
 * @param channels of the input
 * @param classes of the output
 * @param size side, pixels
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record TestTensors(float[] input, float[] output, int channels, int classes, int size) {

    private static final int STRIPE = 12;
    private static final long SEED = 1;

    /** Runs the model on one thread. */
    static TestTensors of(PixelModel model, int size) {
        int channels = model.metadata().network().inputChannels();
        int classes = model.metadata().network().classes();
        float[] input = image(channels, size);
        float[] normalised = input.clone();
        // Other programs know only the image at hand, also where ours normalises volumes.
        model.metadata().normalization().rangeOf(input).normalise(normalised, 0, input.length);
        try (Network network = model.open(1)) {
            float[] output = network.probabilities(normalised, 1, size, size);
            return new TestTensors(input, output, channels, classes, size);
        }
    }

    private static float[] image(int channels, int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] pixels = new float[channels * size * size];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % size;
            int y = i / size % size;
            int stripe = (x + y) / STRIPE % 2;
            pixels[i] = 100 + 400 * stripe + 200f * y / size + random.nextInt(100);
        }
        return pixels;
    }
}
