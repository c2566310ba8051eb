package org.dlpixel.core.augment;

import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/** Seeded regions to cut patches from. */
public final class Regions {

    private Regions() {}

    /** Noise of 0..1000 with sparse labels of {@code classes} classes, one pixel each at least. */
    public static LabelledRegion noise(
            int width, int height, int channels, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatImage image = FloatImage.zeros(width, height, channels);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = random.nextInt(1000);
        }
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(10) == 0 ? (byte) random.nextInt(classes) : -1;
        }
        for (int c = 0; c < classes; c++) {
            labels[c * 3] = (byte) c;
        }
        return region(image, new LabelMask(width, height, labels));
    }

    public static LabelledRegion region(FloatImage image, LabelMask labels) {
        return new LabelledRegion(
                "noise",
                0,
                Roi.whole(image.width(), image.height()),
                Split.TRAIN,
                image,
                labels,
                new IntensityRange(0, 1000));
    }
}
