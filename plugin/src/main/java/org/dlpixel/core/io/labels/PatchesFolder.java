package org.dlpixel.core.io.labels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;

/**
 * A patches folder of napari-easy-augment-batch-dl, or one that {@link PatchesWriter} wrote.
 *
 * <p>Labels are sparse; several label layers are merged as {@link ProjectLayers} says. Patches of
 * the validation folders are held out. Patches of one image, by their names, have one source: they
 * may show the same pixels. Real pixels are taken as normalised, whole numbers as raw intensities.
 */
public final class PatchesFolder {

    private final Path folder;
    private final List<PatchFiles> patches;
    private final int layers;
    private final ProjectLayers merging;
    private final LabelSurvey survey;
    private final List<String> findings;
    private int channels;

    /**
     * Finds the folder and reads and checks all labels, no images.
     *
     * @param root the patches folder, or the project folder that it lies in
     * @throws Unreadable if there is no such folder or a file is damaged
     * @throws InvalidInput if labels cannot be learned from
     */
    public static PatchesFolder read(Path root, Progress progress) {
        Path folder = locate(root);
        PatchesInfo info = PatchesInfo.read(folder.resolve(PatchesLayout.INFO));
        int layers = info.layers().orElseGet(() -> Math.max(1, PatchFiles.layers(folder)));
        PatchFiles.Found found = PatchFiles.find(folder, layers);
        if (found.patches().isEmpty()) {
            throw new InvalidInput(
                    "The patches folder "
                            + folder
                            + " holds no patch with labels: "
                            + found.incomplete()
                            + " images in input0, no files of the same names in ground truth0"
                            + (layers > 1 ? " to " + (layers - 1) + "." : "."));
        }
        return new PatchesFolder(folder, found, layers, info, progress);
    }

    /** Whether a folder, or one called patches in it, may be read. */
    public static boolean isPlausible(Path root) {
        return hasImages(root) || hasImages(root.resolve("patches"));
    }

    private PatchesFolder(
            Path folder, PatchFiles.Found found, int layers, PatchesInfo info, Progress progress) {
        this.folder = folder;
        this.layers = layers;
        List<PatchFiles> all = found.patches();
        merging = layers == 1 ? ProjectLayers.of(0) : ProjectLayers.of(largest(all, progress));
        patches = new ArrayList<>();
        survey =
                LabelSurvey.ofMasks(
                        folder.toString(),
                        () -> all.stream().map(p -> labelled(p, progress)).iterator());
        findings = new ArrayList<>(survey.findings());
        find(found, info);
    }

    private static Path locate(Path root) {
        if (hasImages(root)) {
            return root;
        }
        Path inside = root.resolve("patches");
        if (hasImages(inside)) {
            return inside;
        }
        throw new Unreadable(
                "Cannot read the patches folder "
                        + root
                        + ": neither it nor a folder patches in it holds a folder input0.");
    }

    private static boolean hasImages(Path folder) {
        return Files.isDirectory(folder.resolve(PatchesLayout.images(Split.TRAIN)));
    }

    private void find(PatchFiles.Found found, PatchesInfo info) {
        if (found.incomplete() > 0) {
            findings.add(
                    "Left out "
                            + found.incomplete()
                            + " patches without a label file of their name.");
        }
        int empty = found.patches().size() - patches.size();
        if (empty > 0) {
            findings.add("Left out " + empty + " patches without a labelled pixel.");
        }
        if (layers > 1) {
            findings.add(
                    "The "
                            + layers
                            + " label layers of "
                            + folder
                            + " are merged; the classes of later layers follow those of earlier"
                            + " ones.");
        }
        if (patches.stream().noneMatch(p -> p.split() == Split.VALIDATION)) {
            findings.add(
                    "No patch of "
                            + folder
                            + " is held out. Patches may overlap: only a validation by image"
                            + " (Source) is honest.");
        }
        if (info.subSample() > 1) {
            findings.add(
                    "The patches are sub-sampled by "
                            + info.subSample()
                            + ": a model trained on them needs images of that scale.");
        }
    }

    /** Largest value of every layer. */
    private int[] largest(List<PatchFiles> all, Progress progress) {
        int[] largest = new int[layers];
        for (int i = 0; i < all.size(); i++) {
            progress.checkCancelled();
            for (int layer = 0; layer < layers; layer++) {
                for (byte c : ProjectLayers.read(all.get(i).labels().get(layer)).classes()) {
                    largest[layer] = Math.max(largest[layer], c + 1);
                }
            }
            progress.report((i + 1.0) / all.size(), "Labels of " + all.get(i).base());
        }
        return largest;
    }

    /** The labels of a patch, which is noted if there are any. */
    private LabelMask labelled(PatchFiles patch, Progress progress) {
        progress.checkCancelled();
        LabelMask mask = mask(patch);
        if (mask.labelled() > 0) {
            patches.add(patch);
        }
        return mask;
    }

    private LabelMask mask(PatchFiles patch) {
        List<LabelMask> masks = patch.labels().stream().map(ProjectLayers::read).toList();
        for (int layer = 1; layer < masks.size(); layer++) {
            requireSize(patch.labels().get(layer), masks.get(layer), masks.get(0));
        }
        return merging.merge(masks);
    }

    private static void requireSize(Path file, LabelMask mask, LabelMask first) {
        if (mask.width() != first.width() || mask.height() != first.height()) {
            throw InvalidInput.of(
                    "size of the labels " + file,
                    mask.width() + " x " + mask.height(),
                    "that of the first layer, " + first.width() + " x " + first.height());
        }
    }

    /** Number of patches with at least one labelled pixel: first those for training. */
    public int size() {
        return patches.size();
    }

    /** Number of classes, background included. */
    public int classes() {
        return survey.classes();
    }

    /** Things that are not wrong but that the user may want to know. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * A patch and how its pixels are stored.
     *
     * @param region its source is named after the image that it was cut from
     */
    public record Content(LabelledRegion region, PixelType type) {}

    /**
     * Reads one patch.
     *
     * @param index from 0 to below {@link #size}
     * @throws InvalidInput if image and labels differ in size, or the channels from those before
     */
    public Content patch(int index) {
        PatchFiles patch = patches.get(index);
        try (SliceSource source = ProjectImages.open(patch.image())) {
            FloatImage image = source.slice(0);
            requireChannels(patch, image);
            LabelMask mask = mask(patch);
            if (mask.width() != image.width() || mask.height() != image.height()) {
                throw InvalidInput.of(
                        "size of the labels of " + patch.image(),
                        mask.width() + " x " + mask.height(),
                        "that of the image, " + image.width() + " x " + image.height());
            }
            LabelledRegion region =
                    new LabelledRegion(
                            folder.resolve(patch.base()).toString(),
                            0,
                            Roi.whole(image.width(), image.height()),
                            patch.split(),
                            image,
                            mask,
                            source.pixelType().isFloat()
                                    ? IntensityRange.UNIT
                                    : ProjectCrops.range(source));
            return new Content(region, source.pixelType());
        }
    }

    private void requireChannels(PatchFiles patch, FloatImage image) {
        channels = channels == 0 ? image.channels() : channels;
        if (image.channels() != channels) {
            throw InvalidInput.of(
                    "number of channels of " + patch.image(),
                    image.channels(),
                    channels + " as in the patches before");
        }
    }
}
