package org.dlpixel.benchmark.prediction;

import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.network.Network;

/**
 * The classes of one slice in memory, by the call with which prediction finds them: nothing is
 * read, normalised or written.
 */
final class Inference implements Runnable {

    private final Network network;
    private final FloatImage slice;

    /** Of a slice as large as those of the job, padded as the network needs it. */
    Inference(Network network, Job job) {
        this.network = network;
        try (var source = ImageFiles.open(job.volume())) {
            VolumeShape shape = source.shape();
            int multiple = job.network().sizeMultiple();
            slice = noise(padded(shape.width(), multiple), padded(shape.height(), multiple));
        }
    }

    private static int padded(int extent, int multiple) {
        return (extent + multiple - 1) / multiple * multiple;
    }

    private static FloatImage noise(int width, int height) {
        SplittableRandom random = new SplittableRandom(1);
        FloatImage image = FloatImage.zeros(width, height, 1);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }

    /** How many pixels the slice has. */
    double pixels() {
        return slice.pixels().length;
    }

    @Override
    public void run() {
        Roi all = Roi.whole(slice.width(), slice.height());
        network.classes(slice, all, classes -> {});
    }
}
