package org.dlpixel.benchmark.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stack with sparse labels and a dense truth.
 *
 * @param name in the tables
 * @param image intensities
 * @param labels 0 unlabelled, 1 background, 2 and above the classes
 * @param truth 0 background, every further value a class
 */
public record LabelledSet(String name, Path image, Path labels, Path truth) {

    private static final String IMAGE = "image.tif";
    private static final String LABELS = "sparse_labels.tif";
    private static final String TRUTH = "truth.tif";

    /** The set of a folder, named like it. */
    public static LabelledSet in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new LabelledSet(
                absolute.getFileName().toString(),
                absolute.resolve(IMAGE),
                absolute.resolve(LABELS),
                absolute.resolve(TRUTH));
    }

    /** Whether all three files are there. */
    public boolean isComplete() {
        return Files.isRegularFile(image)
                && Files.isRegularFile(labels)
                && Files.isRegularFile(truth);
    }

    /** The same stack with other labels. */
    public LabelledSet withLabels(Path other) {
        return new LabelledSet(name, image, other, truth);
    }
}
