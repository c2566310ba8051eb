package org.dlpixel.benchmark.pictures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.pictures.PatchSheet.Cell;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Operations;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.augment.geometry.GeometricAugmentation;
import org.dlpixel.core.augment.intensity.ColourJitter;
import org.dlpixel.core.augment.intensity.IntensityAugmentation;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.view.RgbImage;

/**
 * Draws what every operation and every preset does to one and the same patch. The region is that
 * patch: whatever a turn or a zoom brings in from outside is mirrored and ignored.
 */
public final class AugmentationPictures {

    private static final int SIDE = 96;
    private static final int OPERATION_DRAWS = 3;
    private static final int PRESET_DRAWS = 6;
    private static final int LIMIT = 100_000;
    private static final long SEED = 13;

    private final Output output;
    private final LabelledRegion grey = Vessels.grey(SIDE);
    private final LabelledRegion stained = Vessels.stained(grey);

    public AugmentationPictures(Output output) {
        this.output = output;
    }

    /**
     * Writes {@code augmentation-geometry.png}, {@code augmentation-intensity.png} and {@code
     * augmentation-presets.png}.
     */
    public void write() {
        write("augmentation-geometry", operations("geometry", GeometricAugmentation.class));
        write("augmentation-intensity", operations("intensity", IntensityAugmentation.class));
        write("augmentation-presets", presets());
    }

    private RgbImage operations(String what, Class<? extends Augmentation> kind) {
        PatchSheet sheet = new PatchSheet("Augmentation: " + what, OPERATION_DRAWS, 2);
        Cell untouched = draws(grey, AugmentationSettings.NONE, 1, false).get(0);
        sheet.add("The patch as it is", List.of(untouched));
        for (Operations.Named operation : Operations.all()) {
            if (kind.isInstance(operation.augmentation())) {
                boolean coloured = operation.augmentation() instanceof ColourJitter;
                LabelledRegion region = coloured ? stained : grey;
                sheet.add(
                        operation.name(), draws(region, operation.alone(), OPERATION_DRAWS, true));
            }
        }
        return sheet.render();
    }

    private RgbImage presets() {
        PatchSheet sheet = new PatchSheet("Augmentation: the presets", PRESET_DRAWS, 1);
        for (AugmentationSettings preset : AugmentationSettings.presets()) {
            sheet.add(preset.label(), draws(grey, preset, PRESET_DRAWS, false));
        }
        return sheet.render();
    }

    /** Patches to which something was done, unless the settings never do. */
    private static List<Cell> draws(
            LabelledRegion region, AugmentationSettings settings, int count, boolean varied) {
        PatchSampler sampler = new PatchSampler(SIDE, PatchPlacement.UNIFORM, settings);
        List<Cell> cells = new ArrayList<>();
        for (int index = 0; cells.size() < count; index++) {
            Patch patch = sampler.sample(region, SEED, 0, 0, index);
            if (!varied || !patch.operations().isEmpty()) {
                String caption = varied ? String.join(", ", patch.operations()) : "";
                cells.add(new Cell(patch.image(), patch.labels(), caption));
            }
        }
        return cells;
    }

    private void write(String name, RgbImage picture) {
        Path file = output.folder().resolve(name + ".png");
        byte[] png = IndexedPng.encode(picture, LIMIT);
        AtomicFile.write(file, png);
        output.say(file + ": " + picture.width() + " x " + picture.height() + ", " + png.length);
    }
}
