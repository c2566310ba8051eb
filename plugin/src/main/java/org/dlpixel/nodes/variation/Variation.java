package org.dlpixel.nodes.variation;

import org.dlpixel.core.augment.AugmentationSettings;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** How patches are varied: a preset, or operations of the user's own choice. */
public enum Variation {
    @Label(value = "None", description = "Every patch is shown as it is.")
    NONE,
    @Label(
            value = "Flips and rotations",
            description = "Mirrors and turns by 90 degrees; nothing is interpolated.")
    FLIPS,
    @Label(
            value = "Original (NEABDL)",
            description =
                    "What napari-easy-augment-batch-dl does by default: flips, turns by 90 degrees,"
                            + " random sized crop, brightness and contrast.")
    ORIGINAL,
    @Label(value = "Light", description = "A little of everything that rarely does harm.")
    LIGHT,
    @Label(
            value = "Standard",
            description = "Flips, rotations, zoom, brightness, contrast and gamma.")
    STANDARD,
    @Label(
            value = "Light-sheet",
            description =
                    "The standard, and what light sheets do: stripes, shading, blur, noise of"
                            + " photons.")
    LIGHT_SHEET,
    @Label(
            value = "Strong",
            description =
                    "Almost everything: for very few labels, or images unlike those to be"
                            + " segmented.")
    STRONG,
    @Label(value = "Custom", description = "The operations below.")
    CUSTOM;

    /** Marks the field that holds the choice; a dialog has one. */
    public static final class Reference implements ParameterReference<Variation> {}

    /** The operations below count. */
    public static final class IsCustom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(Reference.class).isOneOf(CUSTOM);
        }
    }

    /**
     * What is done to patches.
     *
     * @param operations only looked at if the choice is {@link #CUSTOM}
     */
    public AugmentationSettings settings(OperationParameters operations) {
        return switch (this) {
            case NONE -> AugmentationSettings.NONE;
            case FLIPS -> AugmentationSettings.FLIPS;
            case ORIGINAL -> AugmentationSettings.ORIGINAL;
            case LIGHT -> AugmentationSettings.LIGHT;
            case STANDARD -> AugmentationSettings.STANDARD;
            case LIGHT_SHEET -> AugmentationSettings.LIGHT_SHEET;
            case STRONG -> AugmentationSettings.STRONG;
            case CUSTOM -> operations.settings();
        };
    }
}
