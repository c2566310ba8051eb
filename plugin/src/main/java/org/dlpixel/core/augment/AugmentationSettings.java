package org.dlpixel.core.augment;

import java.util.List;
import java.util.stream.Collectors;
import org.dlpixel.core.augment.geometry.Elastic;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.GeometricAugmentation;
import org.dlpixel.core.augment.geometry.Interpolation;
import org.dlpixel.core.augment.geometry.Rotate;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.Shear;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.geometry.Zoom;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.augment.intensity.ColourJitter;
import org.dlpixel.core.augment.intensity.CutOut;
import org.dlpixel.core.augment.intensity.Gamma;
import org.dlpixel.core.augment.intensity.GaussianBlur;
import org.dlpixel.core.augment.intensity.GaussianNoise;
import org.dlpixel.core.augment.intensity.IntensityAugmentation;
import org.dlpixel.core.augment.intensity.PoissonNoise;
import org.dlpixel.core.augment.intensity.Shading;
import org.dlpixel.core.augment.intensity.Sharpen;
import org.dlpixel.core.augment.intensity.Stripes;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Which augmentations are applied, in which order.
 *
 * <p>Geometry comes before intensity whatever the list says, because all geometry is read in one
 * resampling; within each kind the order of the list holds.
 *
 * @param name of the preset, or the user's own
 * @param augmentations applied one after the other
 * @param interpolation of the image wherever geometry falls between pixels
 */
public record AugmentationSettings(
        String name, List<Augmentation> augmentations, Interpolation interpolation) {

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

    /** A little of everything that no microscope objects to. */
    public static final AugmentationSettings LIGHT =
            new AugmentationSettings(
                    "Light",
                    List.of(
                            new Flip(0.5, 0.5),
                            new Rotate90(1),
                            new Rotate(0.3, 15),
                            new Zoom(0.3, 1.2),
                            new Gamma(0.5, 0.15),
                            new BrightnessContrast(0.5, 0.15, 0.05, false),
                            new GaussianNoise(0.2, 0.02)));

    /** What light-sheet microscopes do: stripes, shading, blur and shot noise. */
    public static final AugmentationSettings LIGHT_SHEET =
            new AugmentationSettings(
                    "Light-sheet",
                    List.of(
                            new Flip(0.5, 0.5),
                            new Rotate90(1),
                            new Rotate(0.5, 45),
                            new Zoom(0.5, 1.4),
                            new Gamma(0.5, 0.2),
                            new BrightnessContrast(0.7, 0.2, 0.05, false),
                            new Shading(0.4, 0.3),
                            new GaussianBlur(0.3, 1.5),
                            new Stripes(0.4, Stripes.Direction.EITHER, 6, 3, 0.4),
                            new PoissonNoise(0.4, 50),
                            new GaussianNoise(0.2, 0.02)));

    /** Everything sensible; inversion is left out. */
    public static final AugmentationSettings STRONG =
            new AugmentationSettings(
                    "Strong",
                    List.of(
                            new Flip(0.5, 0.5),
                            new Rotate90(1),
                            new SizedCrop(0.2, 1.25),
                            new Rotate(0.7, 180),
                            new Zoom(0.7, 1.5),
                            new Shear(0.3, 15),
                            new Elastic(0.5, 8, 32),
                            new ColourJitter(0.3, 0.2, 0.2, 0.5, 0.1),
                            new Gamma(0.7, 0.3),
                            new BrightnessContrast(0.7, 0.3, 0.1, false),
                            new Shading(0.4, 0.4),
                            new GaussianBlur(0.3, 2),
                            new Sharpen(0.2, 1, 1),
                            new Stripes(0.3, Stripes.Direction.EITHER, 6, 3, 0.5),
                            new PoissonNoise(0.3, 50),
                            new GaussianNoise(0.3, 0.05),
                            new CutOut(0.3, 3, 0.2)));

    private static final List<AugmentationSettings> PRESETS =
            List.of(NONE, FLIPS, ORIGINAL, LIGHT, STANDARD, LIGHT_SHEET, STRONG);

    private static final String ORIGINAL_TITLE = "Original (NEABDL)";

    public AugmentationSettings {
        if (name.isBlank()) {
            throw InvalidInput.of("name of augmentation settings", "'" + name + "'", "not blank");
        }
        augmentations = List.copyOf(augmentations);
    }

    /** Images are interpolated linearly. */
    public AugmentationSettings(String name, List<Augmentation> augmentations) {
        this(name, augmentations, Interpolation.LINEAR);
    }

    /** The same augmentations, read otherwise. */
    public AugmentationSettings with(Interpolation other) {
        return new AugmentationSettings(name, augmentations, other);
    }

    /** What users read. */
    public String label() {
        return equals(ORIGINAL) ? ORIGINAL_TITLE : name;
    }

    /** All presets, the simplest first. */
    public static List<AugmentationSettings> presets() {
        return PRESETS;
    }

    /**
     * The preset of that name or label, whatever its case.
     *
     * @throws InvalidInput if there is none
     */
    public static AugmentationSettings preset(String name) {
        return PRESETS.stream()
                .filter(preset -> preset.isCalled(name.strip()))
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

    private boolean isCalled(String called) {
        return name.equalsIgnoreCase(called) || label().equalsIgnoreCase(called);
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
