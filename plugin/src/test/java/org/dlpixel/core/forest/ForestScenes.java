package org.dlpixel.core.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/** Seeded images and regions for forests. */
final class ForestScenes {

    static final IntensityRange RANGE = new IntensityRange(100, 180);

    private ForestScenes() {}

    /** Noise of 0..1. */
    static FloatImage noise(int width, int height, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatImage image = FloatImage.zeros(width, height, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) random.nextDouble();
        }
        return image;
    }

    static boolean inSquare(int x, int y) {
        return x / 8 % 2 == 1 && y / 8 % 2 == 1;
    }

    /** Bright squares (class 1) on noise, one pixel of ten labelled. */
    static LabelledRegion squares(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[width * height];
        byte[] labels = new byte[width * height];
        Arrays.fill(labels, LabelMask.IGNORE);
        for (int i = 0; i < pixels.length; i++) {
            boolean square = inSquare(i % width, i / width);
            pixels[i] = (float) (100 + (square ? 40 : 0) + 40 * random.nextDouble());
            if (random.nextInt(10) == 0) {
                labels[i] = (byte) (square ? 1 : 0);
            }
        }
        return region(new FloatImage(width, height, 1, pixels), labels, Split.TRAIN);
    }

    static LabelledRegion region(FloatImage image, byte[] labels, Split split) {
        return new LabelledRegion(
                "scene",
                3,
                Roi.whole(image.width(), image.height()),
                split,
                image,
                new LabelMask(image.width(), image.height(), labels),
                RANGE);
    }
}
