package org.dlpixel.core.io.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.TiffWriter;

/** Builds project folders of napari-easy-augment-batch-dl as its own program writes them. */
final class TestProject {

    static final int WIDTH = 12;
    static final int HEIGHT = 10;

    private final Path root;

    TestProject(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** A pixel of the image of that number. */
    static float pixel(int image, int x, int y) {
        return 100 * image + y * WIDTH + x;
    }

    TestProject image(String name, int number) {
        write(root.resolve(name), pixels(number, Roi.whole(WIDTH, HEIGHT)), 1);
        return this;
    }

    /** A crop with its box and one label file per layer, whose first values are given. */
    TestProject crop(String name, int image, Roi box, String split, int[]... layers)
            throws IOException {
        write(labels("input0/" + name + ".tif"), pixels(image, box), 1);
        json(
                name,
                "{\"base_name\": \""
                        + name
                        + "\", \"bbox\": ["
                        + box
                        + "], \"split\": \""
                        + split
                        + "\"}");
        for (int c = 0; c < layers.length; c++) {
            layer(
                    "labels/ground truth" + c + "/" + name + ".tif",
                    box.width(),
                    box.height(),
                    layers[c]);
        }
        return this;
    }

    TestProject json(String name, String text) throws IOException {
        return text("labels/input0/" + name + ".json", text);
    }

    TestProject annotation(int layer, String name, int... first) {
        layer("annotations/class_" + layer + "/" + name, WIDTH, HEIGHT, first);
        return this;
    }

    TestProject text(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Planes of an image become pages, as a channel-first array is stored. */
    void write(Path file, FloatImage image, int pages) {
        VolumeShape shape = new VolumeShape(image.width(), image.height(), pages, 1);
        try (TiffWriter out = TiffWriter.create(file, shape, PixelType.UINT16, VoxelSize.UNKNOWN)) {
            for (int page = 0; page < pages; page++) {
                out.write(page, image.pixels());
            }
        }
    }

    static FloatImage pixels(int number, Roi box) {
        FloatImage image = FloatImage.zeros(box.width(), box.height(), 1);
        for (int i = 0; i < image.pixels().length; i++) {
            int x = box.xStart() + i % box.width();
            int y = box.yStart() + i / box.width();
            image.pixels()[i] = pixel(number, x, y);
        }
        return image;
    }

    private Path labels(String path) {
        return root.resolve("labels").resolve(path);
    }

    private void layer(String path, int width, int height, int... first) {
        FloatImage values = FloatImage.zeros(width, height, 1);
        for (int i = 0; i < first.length; i++) {
            values.pixels()[i] = first[i];
        }
        write(root.resolve(path), values, 1);
    }
}
