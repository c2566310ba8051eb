package org.dlpixel.benchmark.accuracy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;

/**
 * Leaves some of the labels: of every class on every slice the given share of its pixels, at least
 * one, as if painting had stopped earlier (see {@link StrokeOrder}). With one seed, fewer labels
 * are always among those of a larger share.
 */
final class LabelThinning {

    private LabelThinning() {}

    /**
     * Writes a thinned copy of a stack of labels.
     *
     * @param share 0..1
     */
    static void thin(Path source, Path target, double share, long seed) {
        try (SliceSource all = ImageFiles.open(source);
                TiffWriter some =
                        TiffWriter.create(target, all.shape(), all.pixelType(), all.voxelSize())) {
            VolumeShape shape = all.shape();
            for (int z = 0; z < shape.slices(); z++) {
                float[] pixels = all.slice(z).pixels();
                int[] labels =
                        IntStream.range(0, pixels.length).map(i -> (int) pixels[i]).toArray();
                int[] left = thin(labels, shape.width(), share, new Random(seed * 10007 + z));
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = left[i];
                }
                some.write(z, pixels);
            }
        }
    }

    /** The labels that are left of a slice. */
    static int[] thin(int[] labels, int width, double share, Random random) {
        int[] left = new int[labels.length];
        for (int value : IntStream.of(labels).filter(v -> v > 0).distinct().sorted().toArray()) {
            List<Integer> order = StrokeOrder.of(labels, width, value, random);
            int count = (int) Math.ceil(share * order.size());
            for (int at : order.subList(0, count)) {
                left[at] = value;
            }
        }
        return left;
    }
}
