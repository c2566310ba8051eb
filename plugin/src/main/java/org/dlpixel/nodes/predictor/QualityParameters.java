package org.dlpixel.nodes.predictor;

import org.dlpixel.core.predict.Windows;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How slices are shown to the network, and what is done with the probabilities. */
@LoadDefaultsForAbsentFields
final class QualityParameters implements NodeParameters {

    static final class CuttingReference implements ParameterReference<Choices.Cutting> {}

    static final class IsSliding implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(CuttingReference.class).isOneOf(Choices.Cutting.SLIDING);
        }
    }

    @Widget(
            advanced = true,
            title = "Inference",
            description = "How slices that are too large for one piece are cut.")
    @ValueReference(CuttingReference.class)
    Choices.Cutting m_cutting = Choices.Cutting.EXACT;

    @Widget(
            advanced = true,
            title = "Window",
            description =
                    "Side of a window in pixels (roi_size), a size that the network takes. Smaller"
                            + " slices are padded with zeros.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsSliding.class, type = EffectType.SHOW)
    int m_window = 1024;

    @Widget(
            advanced = true,
            title = "Overlap",
            description = "Share of a window that neighbours share, 0 to below 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsSliding.class, type = EffectType.SHOW)
    double m_overlap = 0.25;

    @Widget(
            advanced = true,
            title = "Weight",
            description = "How much the pixels of a window count where windows overlap.")
    @Effect(predicate = IsSliding.class, type = EffectType.SHOW)
    Choices.Weight m_weight = Choices.Weight.CONSTANT;

    @Widget(
            title = "Test-time augmentation",
            description =
                    "In which positions slices are shown to the network; the probabilities are"
                            + " averaged. Time grows with their number.")
    Choices.Positions m_positions = Choices.Positions.NONE;

    @Widget(
            title = "Smoothing across slices",
            description =
                    "Standard deviation, in slices, of a Gaussian over the probabilities of"
                            + " neighbouring slices: 0 (none) to 8. Less flicker; structures that"
                            + " are one slice thin may vanish.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_smoothing;

    Windows windows() {
        return m_cutting == Choices.Cutting.EXACT
                ? Windows.EXACT
                : new Windows.Sliding(m_window, m_overlap, m_weight.importance());
    }
}
