package org.dlpixel.core.train.course;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How a student learns from the unlabelled rest of the volumes.
 *
 * @param teaching who teaches
 * @param boxSide side of the unlabelled boxes that teachers look at, pixels, 16..4096
 * @param boxPixels of all boxes together, boxSide^2..2^28: bounds time and memory, however large
 *     the volumes
 */
public record SelfTrainingSettings(Teaching teaching, int boxSide, long boxPixels) {

    /** Who teaches. */
    public enum Teaching {
        /** The networks of the folds, and a random forest on classical features. */
        NETWORKS_AND_FOREST,
        /** The networks of the folds. */
        NETWORKS,
        /** The average of the network in training, see {@link MeanTeacher}. */
        MEAN_TEACHER
    }

    public SelfTrainingSettings {
        if (boxSide < 16 || boxSide > 4096) {
            throw InvalidInput.of("side of unlabelled boxes", boxSide, "16 to 4096 pixels");
        }
        if (boxPixels < (long) boxSide * boxSide || boxPixels > 1L << 28) {
            throw InvalidInput.of(
                    "pixels of unlabelled boxes", boxPixels, "from the square of a side to 2^28");
        }
    }

    public SelfTrainingSettings withTeaching(Teaching value) {
        return new SelfTrainingSettings(value, boxSide, boxPixels);
    }

    /** With a forest, 2^20 pixels in boxes of 256. */
    public static SelfTrainingSettings defaults() {
        return new SelfTrainingSettings(Teaching.NETWORKS_AND_FOREST, 256, 1 << 20);
    }
}
