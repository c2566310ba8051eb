package org.dlpixel.nodes.learner;

import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.SliceContext;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What of a volume the network sees, and how intensities become numbers from 0 to 1. */
@LoadDefaultsForAbsentFields
final class ImageParameters implements NodeParameters {

    enum Scope {
        @Label(
                value = "Per volume",
                description =
                        "The percentiles 1 and 99.8 of the whole volume become 0 and 1: an empty"
                                + " slice stays empty.")
        VOLUME,
        @Label(
                value = "Per slice",
                description =
                        "Percentiles of every slice: for volumes that fade along Z. Needs the input"
                                + " Volumes if regions are smaller than their slices.")
        SLICE,
        @Label(
                value = "Per ROI",
                description =
                        "Percentiles of every labelled region in training, of every slice in"
                                + " prediction.")
        ROI,
        @Label(
                value = "Fixed range",
                description = "The intensities below, for instruments that are calibrated.")
        FIXED
    }

    static final class ScopeReference implements ParameterReference<Scope> {}

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(ScopeReference.class).isOneOf(Scope.FIXED);
        }
    }

    static final class AtMostEight extends MaxValidation {
        @Override
        protected double getMax() {
            return SliceContext.MAX_NEIGHBOURS;
        }
    }

    @Widget(
            title = "Neighbouring slices",
            description =
                    "How many slices on each side of a slice the network sees besides it, as"
                            + " further channels (2.5-D); 0 to 8. Above 0 needs the input Volumes,"
                            + " and labelled regions rather than patches of them.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostEight.class)
    int m_neighbours;

    @Widget(
            title = "Normalisation",
            description =
                    "Which intensities become 0 and 1 before the network sees them. The model"
                            + " stores the rule, and the prediction follows it. Low and High of the"
                            + " tables are used per volume only.")
    @ValueReference(ScopeReference.class)
    Scope m_normalisation = Scope.VOLUME;

    @Widget(title = "Lowest intensity", description = "Becomes 0, as everything below.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_low;

    @Widget(title = "Highest intensity", description = "Becomes 1, as everything above.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_high = 255;

    SliceContext context() {
        return new SliceContext(m_neighbours);
    }

    Normalization normalization() {
        return switch (m_normalisation) {
            case VOLUME -> Normalization.defaults();
            case SLICE -> Normalization.perSlice();
            case ROI -> Normalization.perRoi();
            case FIXED -> Normalization.fixed(new IntensityRange(m_low, m_high));
        };
    }
}
