package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.train.data.TrainingVolume;

/**
 * Draws a sample of whole volumes: boxes of single slices, every voxel as likely as any other (but
 * for the borders of slices larger than a box). Volumes of any size give a sample of the same size,
 * and every slice is read once at most.
 *
 * @param side of a box, pixels, at least 16; smaller slices are taken whole
 * @param maxPixels of all boxes together, at least side * side
 * @param seed of the draw
 */
record UnlabelledBoxes(int side, long maxPixels, long seed) {

    UnlabelledBoxes {
        if (side < 16) {
            throw InvalidInput.of("side of unlabelled boxes", side, "at least 16 pixels");
        }
        if (maxPixels < (long) side * side) {
            throw InvalidInput.of(
                    "pixels of unlabelled boxes", maxPixels, "at least " + (long) side * side);
        }
    }

    /**
     * The boxes, without labels.
     *
     * @param context which neighbouring slices become channels
     * @param normalization as in prediction: per slice, a slice's own percentiles
     */
    List<LabelledRegion> draw(
            List<TrainingVolume> volumes,
            SliceContext context,
            Normalization normalization,
            Progress progress) {
        double voxels = volumes.stream().mapToDouble(v -> v.slices().shape().voxels()).sum();
        List<LabelledRegion> boxes = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            TrainingVolume volume = volumes.get(i);
            double share = volume.slices().shape().voxels() / voxels;
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
            boxes.addAll(
                    draw(
                            volume,
                            context,
                            normalization,
                            Math.max(1, count(volume, share)),
                            random,
                            progress));
        }
        return boxes;
    }

    private int count(TrainingVolume volume, double share) {
        return (int) Math.min(1 << 20, share * maxPixels / box(volume.slices().shape()));
    }

    private long box(VolumeShape shape) {
        return (long) Math.min(side, shape.width()) * Math.min(side, shape.height());
    }

    /** Slices at equal distances, a box anywhere in each; several boxes if there are few slices. */
    private List<LabelledRegion> draw(
            TrainingVolume volume,
            SliceContext context,
            Normalization normalization,
            int count,
            SplittableRandom random,
            Progress progress) {
        SliceSource seen = context.of(volume.slices());
        VolumeShape shape = seen.shape();
        int most = (int) Math.min(count, shape.slices() * (shape.plane() / box(shape)));
        double phase = random.nextDouble();
        List<LabelledRegion> boxes = new ArrayList<>();
        FloatImage slice = null;
        int read = -1;
        for (int i = 0; i < most; i++) {
            progress.checkCancelled();
            int z = (int) ((i + phase) * shape.slices() / most);
            if (z != read) {
                slice = seen.slice(z);
                read = z;
            }
            IntensityRange range = normalization.range(slice.pixels(), volume.range());
            boxes.add(region(volume, z, slice, place(shape, random), range));
        }
        return boxes;
    }

    private Roi place(VolumeShape shape, SplittableRandom random) {
        int width = Math.min(side, shape.width());
        int height = Math.min(side, shape.height());
        int x = random.nextInt(shape.width() - width + 1);
        int y = random.nextInt(shape.height() - height + 1);
        return new Roi(x, y, x + width, y + height);
    }

    private static LabelledRegion region(
            TrainingVolume volume, int z, FloatImage slice, Roi roi, IntensityRange range) {
        byte[] unknown = new byte[roi.width() * roi.height()];
        java.util.Arrays.fill(unknown, LabelMask.IGNORE);
        return new LabelledRegion(
                volume.name(),
                z,
                roi,
                Split.TRAIN,
                slice.crop(roi),
                new LabelMask(roi.width(), roi.height(), unknown),
                range);
    }
}
