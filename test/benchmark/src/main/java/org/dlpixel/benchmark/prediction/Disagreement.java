package org.dlpixel.benchmark.prediction;

import java.nio.file.Path;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;

/**
 * How far two segmentations differ.
 *
 * @param pixels that were compared
 * @param different pixels of another class
 */
record Disagreement(long pixels, long different) {

    private static final double PER_CENT = 100;

    /** Compares as many slices as the shorter stack has. */
    static Disagreement between(Path one, Path other) {
        try (SliceSource first = ImageFiles.open(one);
                SliceSource second = ImageFiles.open(other)) {
            VolumeShape shape = first.shape();
            int slices = Math.min(shape.slices(), second.shape().slices());
            float[] a = new float[shape.plane()];
            float[] b = new float[shape.plane()];
            long different = 0;
            for (int z = 0; z < slices; z++) {
                first.read(z, a);
                second.read(z, b);
                for (int i = 0; i < a.length; i++) {
                    different += a[i] == b[i] ? 0 : 1;
                }
            }
            return new Disagreement((long) slices * a.length, different);
        }
    }

    double perCent() {
        return PER_CENT * different / pixels;
    }
}
