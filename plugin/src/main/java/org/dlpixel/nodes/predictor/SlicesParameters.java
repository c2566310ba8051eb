package org.dlpixel.nodes.predictor;

import java.util.OptionalDouble;
import org.dlpixel.core.predict.SliceRange;
import org.dlpixel.nodes.convert.SliceText;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Which slices are predicted. */
@LoadDefaultsForAbsentFields
final class SlicesParameters implements NodeParameters {

    static final class AxesReference implements ParameterReference<Choices.Axes> {}

    static final class IsTurned implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(AxesReference.class)
                    .isOneOf(Choices.Axes.Y, Choices.Axes.X, Choices.Axes.ALL);
        }
    }

    static final class IsAveraged implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(AxesReference.class).isOneOf(Choices.Axes.ALL);
        }
    }

    @Widget(
            title = "Slices across",
            description =
                    "The axis across which volumes are cut into slices. The result has the image's"
                            + " axes in any case.")
    @ValueReference(AxesReference.class)
    Choices.Axes m_across = Choices.Axes.Z;

    @Widget(
            advanced = true,
            title = "Weight of slices across z",
            description =
                    "How much slices across z count in the average, beside 1 for those across y"
                            + " and x each: the network has learnt from such slices. 0.01 to 100.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsAveraged.class, type = EffectType.SHOW)
    double m_weight = 2;

    @Widget(
            title = "Square pixels",
            description =
                    "Slices across y and x are stretched along z, as the voxel size tells, before"
                            + " the network sees them, and their probabilities are shrunk again: a"
                            + " model has learnt from square pixels.")
    @Effect(predicate = IsTurned.class, type = EffectType.SHOW)
    boolean m_squarePixels = true;

    @Widget(
            advanced = true,
            title = "Distance of slices",
            description =
                    "How far slices lie apart, in pixels of a slice, 0.01 to 100: how much slices"
                            + " across y and x are stretched. 0: as the voxel size of the volume"
                            + " tells; give it for volumes that do not know theirs.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsTurned.class, type = EffectType.SHOW)
    double m_distance;

    @Widget(
            title = "Slices",
            description =
                    "For a preview: from..to/step, counted from 0, both ends included; any part may"
                            + " be left out, e.g. 100..200/10, ../10, 100.. or 150. Empty: all. The"
                            + " result has only these slices, of every time point, and a slice"
                            + " distance of step times the image's; files also say where along z"
                            + " the first one lies; a further column tells which"
                            + " they are, so that Segmentation Scorer and Overlay compare them with"
                            + " the same slices of image, labels and truth. Intensities are"
                            + " normalised by the whole volume all the same. If slices are cut"
                            + " across y or x alone, the result is as large as the image, and"
                            + " background outside these slices.")
    String m_slices = "";

    /** Distance of slices in pixels; empty: as the volume tells. */
    OptionalDouble anisotropy() {
        return m_distance == 0 ? OptionalDouble.empty() : OptionalDouble.of(m_distance);
    }

    /** The slices that are meant; raises an error for a text that means none. */
    SliceRange range() {
        return SliceText.parse(m_slices);
    }

    /** Whether the result may have fewer slices than the image. */
    boolean isPreview() {
        return isAlongZ() && m_slices != null && !m_slices.isBlank();
    }

    /** Whether the range counts along z, so that the result has only its slices. */
    boolean isAlongZ() {
        return m_across == Choices.Axes.Z || m_across == Choices.Axes.ALL;
    }
}
