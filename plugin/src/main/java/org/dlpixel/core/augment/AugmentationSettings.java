package org.dlpixel.core.augment;

import java.util.List;
import java.util.stream.Collectors;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Which augmentations are applied, in which order.
 *
 * <p>Geometry comes before intensity whatever the list says, because all geometry is read in one
 * resampling; within each kind the order of the list holds.
 *
 * @param name of the preset, or the user's own
 * @param augmentations applied one after the other
 */
public record AugmentationSettings(String name, List<Augmentation> augmentations) {

    /** Patches as they are. */
    public static final AugmentationSettings NONE = new AugmentationSettings("None", List.of());

    /** Flips and quarter turns: nothing is interpolated. */
    public static final AugmentationSettings FLIPS =
            new AugmentationSettings("Flips", List.of(new Flip(0.5, 0.5), new Rotate90(1)));

    /** What napari-easy-augment-batch-dl does by default. */
    public static final AugmentationSettings ORIGINAL =
            new AugmentationSettings(
                    "Original",
                    List.of(
                            new Flip(0.5, 0.5),
                            new Rotate90(0.5),
                            new SizedCrop(0.5, 1.25),
                            new BrightnessContrast(0.8, 0.2, 0.2, true)));

    /** Our default: any direction, zoom in and out, gamma, brightness and contrast. */
    public static final AugmentationSettings STANDARD =
            new AugmentationSettings(
                    "Standard",
                    List.of(
                            new Flip(0.5, 0.5),
                            new Rotate90(1),
                            new Rotate(0.5, 45),
                            new Zoom(0.75, 1.5),
                            new Gamma(0.8, 0.2),
                            new BrightnessContrast(0.8, 0.2, 0.05, false)));

    private static final List<AugmentationSettings> PRESETS =
            List.of(NONE, FLIPS, ORIGINAL, STANDARD);

    public AugmentationSettings {
        if (name.isBlank()) {
            throw InvalidInput.of("name of augmentation settings", "'" + name + "'", "not blank");
        }
        augmentations = List.copyOf(augmentations);
    }

    /** All presets, the simplest first. */
    public static List<AugmentationSettings> presets() {
        return PRESETS;
    }

    /**
     * The preset of that name, whatever its case.
     *
     * @throws InvalidInput if there is none
     */
    public static AugmentationSettings preset(String name) {
        return PRESETS.stream()
                .filter(preset -> preset.name.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                InvalidInput.of(
                                        "augmentation preset",
                                        "'" + name + "'",
                                        PRESETS.stream()
                                                .map(AugmentationSettings::name)
                                                .collect(Collectors.joining(", "))));
    }

    List<GeometricAugmentation> geometric() {
        return only(GeometricAugmentation.class);
    }

    List<IntensityAugmentation> intensity() {
        return only(IntensityAugmentation.class);
    }

    private <T extends Augmentation> List<T> only(Class<T> kind) {
        return augmentations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
