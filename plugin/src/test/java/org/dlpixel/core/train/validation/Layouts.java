package org.dlpixel.core.train.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;

/** Regions here and there with labels here and there. */
final class Layouts {

    private Layouts() {}

    /** Regions in up to three slices of up to two sources, some overlapping, some unlabelled. */
    static List<LabelledRegion> random(int count, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledRegion> regions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Roi roi = box(random.nextInt(60), random.nextInt(60), 4 + random.nextInt(30));
            byte[] labels = new byte[roi.width() * roi.height()];
            Arrays.fill(labels, LabelMask.IGNORE);
            int painted = random.nextInt(4);
            for (int k = 0; k < painted; k++) {
                labels[random.nextInt(labels.length)] = (byte) random.nextInt(classes);
            }
            regions.add(region("source " + random.nextInt(2), random.nextInt(3), roi, labels));
        }
        return regions;
    }

    static Roi box(int x, int y, int side) {
        return new Roi(x, y, x + side, y + side);
    }

    static LabelledRegion region(String source, int slice, Roi roi, byte[] labels) {
        FloatImage image = FloatImage.zeros(roi.width(), roi.height(), 1);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = i;
        }
        return new LabelledRegion(
                source,
                slice,
                roi,
                Split.TRAIN,
                image,
                new LabelMask(roi.width(), roi.height(), labels),
                IntensityRange.UNIT);
    }

    static BitSet classes(Collection<LabelledRegion> regions) {
        BitSet classes = new BitSet();
        regions.forEach(region -> classes.or(Groups.classes(region)));
        return classes;
    }
}
