package org.dlpixel.core.io.labels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;

/** Pixels and labels of the boxes of a project folder: from crops where there are any. */
final class ProjectCrops {

    private final Path root;
    private final Path labels;
    private final ProjectImages images;
    private int layers = 1;
    private SliceSource last;

    /**
     * @param image raw intensities of the box
     * @param roi where it lies
     * @param rangeSource what its intensity range is taken from: its image, else the crop
     */
    record Pixels(FloatImage image, Roi roi, SliceSource rangeSource) {}

    ProjectCrops(Path root, ProjectImages images) {
        this.root = root;
        this.labels = root.resolve("labels");
        this.images = images;
    }

    /** Number of label layers, known once the masks have been read. */
    int layers() {
        return layers;
    }

    /** The merged labels of every box. */
    List<LabelMask> masks(List<ProjectBox> boxes) {
        boolean crops = boxes.stream().anyMatch(box -> box.crop().isPresent());
        layers =
                crops
                        ? ProjectLayers.count(
                                labels.resolve("info.json"), "num_truths", labels, "ground truth")
                        : ProjectLayers.count(
                                root.resolve("info.json"),
                                "num_classes",
                                root.resolve("annotations"),
                                "class_");
        List<List<LabelMask>> single = boxes.stream().map(this::layersOf).toList();
        int[] largest = new int[layers];
        for (List<LabelMask> masks : single) {
            for (int layer = 0; layer < layers; layer++) {
                largest[layer] = Math.max(largest[layer], largest(masks.get(layer)));
            }
        }
        ProjectLayers merged = ProjectLayers.of(largest);
        return single.stream().map(merged::merge).toList();
    }

    /**
     * @throws InvalidInput if crop, labels and box differ in size, or the box leaves the image
     */
    Pixels pixels(ProjectBox box, LabelMask mask) {
        SliceSource image = images.find(box.image()).map(this::open).orElse(null);
        Roi roi = box.roi().orElse(Roi.whole(mask.width(), mask.height()));
        requireSize("labels", box, roi, mask.width(), mask.height());
        if (image != null) {
            roi.requireInside(image.shape().width(), image.shape().height());
        }
        Path crop = labels.resolve("input0").resolve(box.crop().orElse("") + ".tif");
        if (box.crop().isPresent() && (image == null || Files.exists(crop))) {
            SliceSource cut = ProjectImages.open(crop);
            requireSize("image crop", box, roi, cut.shape().width(), cut.shape().height());
            return new Pixels(cut.slice(0), roi, image == null ? cut : image);
        }
        if (image == null) {
            throw new Unreadable(
                    "Cannot read the image of "
                            + box.describe()
                            + ": no "
                            + box.image()
                            + " (tif, tiff, png, jpg, jpeg, bmp) in "
                            + root
                            + ".");
        }
        return new Pixels(image.slice(0).crop(roi), roi, image);
    }

    /** Boxes of one image follow each other: it is read once. */
    private SliceSource open(Path file) {
        if (last == null || !last.name().equals(file.toString())) {
            last = ProjectImages.open(file);
        }
        return last;
    }

    /** The range between the default percentiles of a whole image. */
    static IntensityRange range(SliceSource image) {
        Normalization defaults = Normalization.defaults();
        return Quantiles.range(
                image, defaults.lowPercentile(), defaults.highPercentile(), Progress.none());
    }

    private List<LabelMask> layersOf(ProjectBox box) {
        List<LabelMask> masks = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            LabelMask mask = ProjectLayers.read(file(box, layer));
            if (box.crop().isEmpty() && box.roi().isPresent()) {
                mask = mask.crop(box.roi().get());
            }
            if (layer > 0) {
                requireSameSize(box, masks.get(0), mask);
            }
            masks.add(mask);
        }
        return masks;
    }

    private Path file(ProjectBox box, int layer) {
        return box.crop()
                .map(crop -> labels.resolve("ground truth" + layer).resolve(crop + ".tif"))
                .orElseGet(() -> ProjectBoxes.annotation(root, box.image(), layer));
    }

    private static int largest(LabelMask mask) {
        int largest = LabelMask.IGNORE;
        for (byte c : mask.classes()) {
            largest = Math.max(largest, c);
        }
        return largest + 1;
    }

    private static void requireSize(String what, ProjectBox box, Roi roi, int width, int height) {
        if (width != roi.width() || height != roi.height()) {
            throw InvalidInput.of(
                    "size of the " + what + " of " + box.describe(),
                    width + " x " + height,
                    "that of its box, " + roi.width() + " x " + roi.height());
        }
    }

    private static void requireSameSize(ProjectBox box, LabelMask first, LabelMask other) {
        if (first.width() != other.width() || first.height() != other.height()) {
            throw InvalidInput.of(
                    "size of a further label layer of " + box.describe(),
                    other.width() + " x " + other.height(),
                    "that of the first, " + first.width() + " x " + first.height());
        }
    }
}
