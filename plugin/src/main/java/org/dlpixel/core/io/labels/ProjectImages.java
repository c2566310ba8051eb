package org.dlpixel.core.io.labels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.FolderImages;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.SingleImage;

/**
 * The 2-D images of a project folder.
 *
 * @param files the images at its top level, sorted by name
 */
record ProjectImages(List<Path> files) {

    /** A 3-D array with at most so many planes is an image with channels, not a z-stack. */
    private static final int MOST_CHANNELS_FIRST = 7;

    private static final int MOST_CHANNELS = 3;

    ProjectImages {
        files = List.copyOf(files);
    }

    static ProjectImages list(Path root) {
        return new ProjectImages(FolderImages.of(root));
    }

    /** The image of that name without its extension. */
    Optional<Path> find(String stem) {
        return files.stream().filter(file -> FolderImages.stem(file).equals(stem)).findFirst();
    }

    /**
     * Opens a 2-D image. Up to 7 pages are channels, as the project's own program takes them; of
     * more than 3 channels it uses the first 3.
     *
     * @throws InvalidInput if it is a z-stack
     */
    static SliceSource open(Path file) {
        try (SliceSource stored = ImageFiles.open(file)) {
            VolumeShape shape = stored.shape();
            if (shape.slices() > MOST_CHANNELS_FIRST
                    || (shape.slices() > 1 && shape.channels() > 1)) {
                throw InvalidInput.of(
                        "number of slices of " + file,
                        shape.slices(),
                        "1: a project folder holds 2-D images, export the slices of a stack first");
            }
            int planes = shape.slices() * shape.channels();
            FloatImage image =
                    FloatImage.zeros(
                            shape.width(), shape.height(), Math.min(planes, MOST_CHANNELS));
            float[] slice = new float[shape.plane() * shape.channels()];
            int channelsPerSlice = shape.channels();
            for (int c = 0; c < image.channels(); c++) {
                stored.read(c / channelsPerSlice, slice);
                System.arraycopy(
                        slice,
                        c % channelsPerSlice * shape.plane(),
                        image.pixels(),
                        c * shape.plane(),
                        shape.plane());
            }
            return new SingleImage(file, image, stored.pixelType());
        }
    }

    /** Label values of a 2-D image with one channel. */
    static FloatImage openLabels(Path file) {
        try (SliceSource stored = ImageFiles.open(file)) {
            VolumeShape shape = stored.shape();
            if (shape.slices() != 1 || shape.channels() != 1) {
                throw InvalidInput.of(
                        "labels " + file,
                        shape.zyx() + " x " + shape.channels(),
                        "a 2-D image with one channel");
            }
            return stored.slice(0);
        }
    }
}
