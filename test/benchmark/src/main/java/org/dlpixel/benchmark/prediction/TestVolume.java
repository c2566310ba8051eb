package org.dlpixel.benchmark.prediction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;
import org.dlpixel.core.network.Mirror;

/** A volume of any size: a vessel phantom, mirrored at its borders, with noise. */
final class TestVolume {

    static final int PHANTOM = 42;

    private static final double NOISE = 0.1;

    private TestVolume() {}

    /** Writes the volume unless it is there. */
    static Path make(int width, int height, int slices, Output output) {
        String name = "volume-" + slices + "x" + height + "x" + width + ".tif";
        Path file = output.work("prediction").resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        output.say("Making a volume of " + slices + " x " + height + " x " + width + " ...");
        Path phantom = Phantoms.make(PHANTOM, output).resolve("image.tif");
        VolumeShape shape = new VolumeShape(width, height, slices, 1);
        float[] pixels = new float[shape.plane()];
        try (SliceSource source = ImageFiles.open(phantom);
                TiffWriter out =
                        TiffWriter.create(file, shape, source.pixelType(), source.voxelSize())) {
            for (int z = 0; z < slices; z++) {
                FloatImage slice = source.slice(Mirror.index(z, source.shape().slices()));
                fill(slice, shape, new SplittableRandom(z), pixels);
                out.write(z, pixels);
            }
        }
        return file;
    }

    private static void fill(
            FloatImage slice, VolumeShape shape, SplittableRandom random, float[] pixels) {
        for (int y = 0; y < shape.height(); y++) {
            int row = Mirror.index(y, slice.height());
            for (int x = 0; x < shape.width(); x++) {
                float value = slice.at(Mirror.index(x, slice.width()), row, 0);
                double factor = 1 + NOISE * (random.nextDouble() - 0.5);
                pixels[y * shape.width() + x] = (float) (value * factor);
            }
        }
    }
}
