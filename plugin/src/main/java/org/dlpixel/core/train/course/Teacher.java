package org.dlpixel.core.train.course;

import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;

/** Says how likely every pixel of a region is of each class. */
interface Teacher {

    /**
     * Class probabilities.
     *
     * @param region raw image; its labels are not looked at
     * @return one channel per class, of the region's size; they sum to 1 at every pixel
     */
    FloatImage probabilities(LabelledRegion region, Progress progress);

    /** The mean opinion of several, each counting alike. */
    static Teacher mean(List<? extends Teacher> teachers) {
        return (region, progress) -> {
            FloatImage sum = null;
            for (Teacher teacher : teachers) {
                FloatImage next = teacher.probabilities(region, progress);
                sum = sum == null ? next : added(sum, next);
            }
            float[] pixels = sum.pixels();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] /= teachers.size();
            }
            return sum;
        };
    }

    private static FloatImage added(FloatImage sum, FloatImage next) {
        for (int i = 0; i < sum.pixels().length; i++) {
            sum.pixels()[i] += next.pixels()[i];
        }
        return sum;
    }
}
