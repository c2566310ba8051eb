package org.dlpixel.nodes.predictor;

import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.nodes.convert.Paths;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What is kept of a prediction, and where. */
@LoadDefaultsForAbsentFields
final class OutputParameters implements NodeParameters {

    static final class StoreReference implements ParameterReference<Choices.Store> {}

    static final class ProbabilitiesReference implements ParameterReference<Boolean> {}

    static final class UncertaintyReference implements ParameterReference<Choices.UncertaintyMap> {}

    static final class IsCells implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(StoreReference.class).isOneOf(Choices.Store.CELLS);
        }
    }

    static final class HasMaps implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getBoolean(ProbabilitiesReference.class)
                    .isTrue()
                    .or(
                            i.getEnum(UncertaintyReference.class)
                                    .isOneOf(
                                            Choices.UncertaintyMap.ENTROPY,
                                            Choices.UncertaintyMap.MARGIN));
        }
    }

    @Widget(
            title = "Store as",
            description =
                    "Where the results are kept. Files are written slice by slice, so that volumes"
                            + " may be larger than the memory; the table has their paths.")
    @ValueReference(StoreReference.class)
    Choices.Store m_store = Choices.Store.CELLS;

    @Widget(
            title = "Folder",
            description =
                    "Where the files are written; made if missing. Absolute, or"
                            + " knime://knime.workflow/data/... for a place inside the workflow."
                            + " Files are called as the source of the volume and appear when they"
                            + " are complete. What an interrupted execution has finished is kept"
                            + " beside them under a hidden name; the same execution again goes on"
                            + " with it and gives the same bytes. Other threads or devices may"
                            + " round otherwise, so with them it starts afresh. A folder whose"
                            + " files are the volumes themselves is allowed if no result has the"
                            + " name of one of them.")
    @Effect(predicate = IsCells.class, type = EffectType.HIDE)
    String m_folder = "";

    @Widget(
            title = "Largest image in MB",
            description =
                    "What the results of one volume may take as image cells, which are made in"
                            + " memory; larger ones are refused.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCells.class, type = EffectType.SHOW)
    int m_largestImage = 4096;

    @Widget(title = "Values", description = "How the classes are numbered in the segmentation.")
    Choices.LabelValues m_values = Choices.LabelValues.INDEX;

    @Widget(
            title = "Probabilities",
            description = "A further column: the probability of each class, one channel per class.")
    @ValueReference(ProbabilitiesReference.class)
    boolean m_probabilities;

    @Widget(
            title = "Uncertainty",
            description = "A further column: how sure the model is of each voxel.")
    @ValueReference(UncertaintyReference.class)
    Choices.UncertaintyMap m_uncertainty = Choices.UncertaintyMap.NONE;

    @Widget(
            title = "Pixels of maps",
            description = "How probabilities and uncertainty, 0..1, are stored.")
    @Effect(predicate = HasMaps.class, type = EffectType.SHOW)
    Choices.MapType m_mapType = Choices.MapType.UINT8;

    /** Whether more than classes are needed. */
    boolean needsProbabilities() {
        return m_probabilities || m_uncertainty != Choices.UncertaintyMap.NONE;
    }

    /** Empty for image cells. */
    Optional<StackFormat> format() {
        return m_store.format();
    }

    /** The folder for files. */
    Path folder() {
        return Paths.resolve("output folder", m_folder);
    }

    /** Raises an error if files are wanted and the folder cannot be one. */
    void requirePlausible() {
        if (format().isPresent()) {
            OutputFolder.requirePlausible(folder());
        }
    }
}
