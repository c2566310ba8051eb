package org.dlpixel.core.io.labels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;

/**
 * A project folder of napari-easy-augment-batch-dl.
 *
 * <p>Regions are the crops under {@code labels/}: one per {@code input0/*.json}, whatever its
 * number, with the split it states. Without such files the boxes of {@code training_labels.csv} are
 * cut from images and annotations, without that table every annotated image is a region. Several
 * label layers are merged as {@link ProjectLayers} says. Images are 2-D, with up to 3 channels.
 *
 * @param images the images at the top level, sorted by name
 * @param regions what is labelled
 * @param classes number of classes of all regions, background included
 * @param findings things that are not wrong but that the user may want to know
 */
public record ProjectFolder(
        List<Path> images, List<LabelledRegion> regions, int classes, List<String> findings) {

    public ProjectFolder {
        images = List.copyOf(images);
        regions = List.copyOf(regions);
        findings = List.copyOf(findings);
    }

    /**
     * Reads and checks everything; labels before intensities.
     *
     * @throws Unreadable if the folder or one of its files is missing or damaged
     * @throws InvalidInput if boxes, crops and images do not fit, or labels cannot be learned from
     */
    public static ProjectFolder read(Path root, Progress progress) {
        if (!Files.isDirectory(root)) {
            throw new Unreadable(
                    "Cannot read the project folder " + root + ": it is no existing folder.");
        }
        ProjectImages images = ProjectImages.list(root);
        List<ProjectBox> boxes = ProjectBoxes.read(root, images);
        if (boxes.isEmpty()) {
            throw new InvalidInput(
                    "The project folder "
                            + root
                            + " holds no labels: neither labels/input0/*.json nor"
                            + " labels/training_labels.csv nor annotations/class_0/*.tif.");
        }
        return new Reading(root, images, progress).read(boxes);
    }

    /** One of {@link #images()} as a stack of one slice. */
    public static SliceSource open(Path image) {
        return ProjectImages.open(image);
    }

    /** The state of one reading. */
    private static final class Reading {
        private final Path root;
        private final ProjectImages images;
        private final Progress progress;
        private final Map<String, IntensityRange> ranges = new HashMap<>();
        private final Set<String> findings = new LinkedHashSet<>();

        Reading(Path root, ProjectImages images, Progress progress) {
            this.root = root;
            this.images = images;
            this.progress = progress;
        }

        ProjectFolder read(List<ProjectBox> boxes) {
            ProjectCrops crops = new ProjectCrops(root, images);
            List<LabelMask> masks = crops.masks(boxes);
            LabelSurvey survey = LabelSurvey.ofMasks(root.toString(), masks);
            findings.addAll(survey.findings());
            if (crops.layers() > 1) {
                findings.add(
                        "The "
                                + crops.layers()
                                + " label layers of "
                                + root
                                + " are merged; the classes of later layers follow those of earlier"
                                + " ones.");
            }
            List<LabelledRegion> regions = new ArrayList<>();
            for (int i = 0; i < boxes.size(); i++) {
                progress.checkCancelled();
                if (masks.get(i).labelled() > 0) {
                    regions.add(region(crops, boxes.get(i), masks.get(i)));
                }
                progress.report((i + 1.0) / boxes.size(), boxes.get(i).describe());
            }
            requireSameChannels(regions);
            return new ProjectFolder(
                    images.files(), regions, survey.classes(), List.copyOf(findings));
        }

        private LabelledRegion region(ProjectCrops crops, ProjectBox box, LabelMask mask) {
            ProjectCrops.Pixels pixels = crops.pixels(box, mask);
            IntensityRange range =
                    ranges.computeIfAbsent(
                            pixels.rangeSource().name(),
                            name -> ProjectCrops.range(pixels.rangeSource()));
            if (!images.find(box.image()).isPresent()) {
                findings.add(
                        "The image "
                                + box.image()
                                + " is not in "
                                + root
                                + ": its crops are normalised each by its own intensities.");
            }
            return new LabelledRegion(
                    images.find(box.image()).orElse(root.resolve(box.image())).toString(),
                    0,
                    pixels.roi(),
                    box.split(),
                    pixels.image(),
                    mask,
                    range);
        }

        private static void requireSameChannels(List<LabelledRegion> regions) {
            LabelledRegion first = regions.get(0);
            for (LabelledRegion region : regions) {
                if (region.image().channels() != first.image().channels()) {
                    throw InvalidInput.of(
                            "number of channels of " + region.describe(),
                            region.image().channels(),
                            first.image().channels() + " as in " + first.describe());
                }
            }
        }
    }
}
