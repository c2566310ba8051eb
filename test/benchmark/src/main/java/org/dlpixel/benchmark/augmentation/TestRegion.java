package org.dlpixel.benchmark.augmentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/**
 * A square region to cut patches from, the same on all sides: dim pixels are more frequent than
 * bright ones, and 2 % are labelled.
 */
final class TestRegion {

    /** Side in pixels. */
    static final int SIDE = 1024;

    private static final double LABELLED = 0.02;
    private static final int CLASSES = 2;

    /** Raw intensities that become 0 and 1; as in the Python side. */
    private static final IntensityRange RANGE = new IntensityRange(100, 2100);

    private TestRegion() {}

    /** The region, its channels all alike. */
    static LabelledRegion make(int channels) {
        SplittableRandom random = new SplittableRandom(SIDE);
        float[] plane = new float[SIDE * SIDE];
        byte[] labels = new byte[plane.length];
        double width = RANGE.high() - RANGE.low();
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) (RANGE.low() + width * random.nextDouble() * random.nextDouble());
            labels[i] =
                    random.nextDouble() < LABELLED
                            ? (byte) random.nextInt(CLASSES)
                            : LabelMask.IGNORE;
        }
        float[] pixels = Arrays.copyOf(plane, channels * plane.length);
        for (int c = 1; c < channels; c++) {
            System.arraycopy(plane, 0, pixels, c * plane.length, plane.length);
        }
        return new LabelledRegion(
                "region",
                0,
                Roi.whole(SIDE, SIDE),
                Split.TRAIN,
                new FloatImage(SIDE, SIDE, channels, pixels),
                new LabelMask(SIDE, SIDE, labels),
                RANGE);
    }

    /** Writes the first channel, float32, and behind it the labels, a byte each. */
    static void write(Path file) {
        if (Files.exists(file)) {
            return;
        }
        LabelledRegion region = make(1);
        byte[] image = RawFloats.bytes(region.image().pixels());
        byte[] labels = region.labels().classes();
        byte[] both = Arrays.copyOf(image, image.length + labels.length);
        System.arraycopy(labels, 0, both, image.length, labels.length);
        AtomicFile.write(file, both);
    }
}
