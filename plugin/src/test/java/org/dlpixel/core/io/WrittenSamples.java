package org.dlpixel.core.io;

import java.nio.file.Path;
import java.util.List;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.StackTarget.Intensities;
import org.dlpixel.core.io.StackTarget.Named;

/** Small volumes in every format, whose files Python's readers were checked with. */
final class WrittenSamples {

    private static final VolumeShape SHAPE = new VolumeShape(601, 37, 2, 1);
    private static final List<Named> CLASSES =
            List.of(
                    new Named(0, "background", 0x000000),
                    new Named(1, "membrane", 0xff8000),
                    new Named(2, "nucleus", 0x00ff80));

    private WrittenSamples() {}

    /** Writes {@code labels_*}, {@code probabilities_*} and {@code floats_*}. */
    static void write(Path folder, StackFormat format) {
        String end = "_" + format + format.extension();
        StackTarget labels =
                StackTarget.labels(
                        folder.resolve("labels" + end),
                        SHAPE,
                        StackReadBackContract.VOXEL,
                        CLASSES);
        try (StackWriter out = format.open(labels, "")) {
            for (int z = 0; z < SHAPE.slices(); z++) {
                byte[] slice = new byte[SHAPE.plane()];
                for (int i = 0; i < slice.length; i++) {
                    int y = i / SHAPE.width();
                    slice[i] = (byte) ((i % SHAPE.width() / 37 + y / 11 + z) % 3);
                }
                out.write(z, slice);
            }
            out.complete();
        }
        intensities(folder.resolve("probabilities" + end), format, PixelType.UINT16, 200);
        intensities(folder.resolve("floats" + end), format, PixelType.FLOAT32, 1 / 256f);
    }

    private static void intensities(Path path, StackFormat format, PixelType type, float factor) {
        VolumeShape shape = new VolumeShape(SHAPE.width(), SHAPE.height(), SHAPE.slices(), 3);
        StackTarget target =
                new StackTarget(
                        path, shape, type, StackReadBackContract.VOXEL, new Intensities(CLASSES));
        try (StackWriter out = format.open(target, "")) {
            for (int z = 0; z < shape.slices(); z++) {
                float[] slice = new float[shape.plane() * shape.channels()];
                for (int i = 0; i < slice.length; i++) {
                    int c = i / shape.plane();
                    int y = i % shape.plane() / shape.width();
                    slice[i] = (i % shape.width() + y * 3 + c * 50 + z * 7) % 256 * factor;
                }
                out.write(z, slice);
            }
            out.complete();
        }
    }
}
