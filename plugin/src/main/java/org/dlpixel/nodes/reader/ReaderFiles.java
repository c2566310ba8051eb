package org.dlpixel.nodes.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.nodes.convert.Paths;

/** The files that the settings name; all of them exist. */
sealed interface ReaderFiles {

    /** An image with its labels. */
    record Stacks(Path image, Path labels, Optional<Path> truth) implements ReaderFiles {}

    /** A project folder. */
    record Project(Path folder) implements ReaderFiles {}

    /** A patches folder, or the project folder that it lies in. */
    record Patches(Path folder) implements ReaderFiles {}

    /** Name of the truth that is found without being named. */
    String TRUTH_BESIDE_IMAGE = "truth.tif";

    /**
     * Finds the files.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException naming the setting and the path
     */
    static ReaderFiles of(SparseLabelReaderParameters p) {
        if (p.m_from == SparseLabelReaderParameters.From.PROJECT) {
            return new Project(existing("project folder", p.m_project));
        }
        if (p.m_from == SparseLabelReaderParameters.From.PATCHES) {
            return new Patches(existing("patches folder", p.m_patches));
        }
        Path image = existing("image", p.m_image);
        Path labels = existing("sparse labels", p.m_labels);
        return new Stacks(image, labels, truth(p, image, labels));
    }

    private static Optional<Path> truth(SparseLabelReaderParameters p, Path image, Path labels) {
        if (p.m_truth == null || p.m_truth.isBlank()) {
            Path beside = image.resolveSibling(TRUTH_BESIDE_IMAGE);
            boolean another = !beside.equals(image) && !beside.equals(labels);
            return another && Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
        }
        return Optional.of(existing("truth", p.m_truth));
    }

    private static Path existing(String name, String text) {
        Path path = Paths.resolve(name, text);
        if (!Files.exists(path)) {
            throw new Unreadable(
                    "Illegal " + name + ": " + path + " does not exist (set to '" + text + "').");
        }
        return path;
    }
}
