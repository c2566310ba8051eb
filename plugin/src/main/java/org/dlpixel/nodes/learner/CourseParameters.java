package org.dlpixel.nodes.learner;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.ReceptiveField;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.course.Priors;
import org.dlpixel.core.train.course.SelfTrainingSettings;
import org.dlpixel.core.train.course.SelfTrainingSettings.Teaching;
import org.dlpixel.core.train.validation.AsGiven;
import org.dlpixel.core.train.validation.Automatic;
import org.dlpixel.core.train.validation.GroupFolds;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.HoldOut;
import org.dlpixel.core.train.validation.SpatialSplit;
import org.dlpixel.core.train.validation.TrainOnAll;
import org.dlpixel.core.train.validation.ValidationPlan;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What is held out, what is learnt from the unlabelled rest, and how frequent classes are. */
@LoadDefaultsForAbsentFields
final class CourseParameters implements NodeParameters {

    private static final double SHARE = 0.25;

    enum Validation {
        @Label(
                value = "Automatic",
                description =
                        "As the column Split says; if it holds nothing out, cross-validation by"
                                + " slice (by ROI if one slice is labelled); if no slice or ROI can"
                                + " be spared, a cut through the labels.")
        AUTOMATIC,
        @Label(value = "Column Split", description = "Regions marked validation are held out.")
        SPLIT,
        @Label(
                value = "Cross-validation",
                description =
                        "Every labelled slice is held out once by a network of its own; the model"
                                + " learns from all of them.")
        FOLDS,
        @Label(value = "Hold-out", description = "A quarter of the labelled slices is held out.")
        HOLD_OUT,
        @Label(
                value = "Cut in space",
                description =
                        "Every region is cut in two, with a gap as wide as what the network sees.")
        SPATIAL,
        @Label(value = "None", description = "Everything is trained on; nothing is judged.")
        NONE
    }

    enum Teachers {
        @Label(
                value = "Networks and random forest",
                description =
                        "The networks of the cross-validation and a random forest on classical"
                                + " features, which needs few labels, each side with half of the"
                                + " say (self-training).")
        NETWORKS_AND_FOREST,
        @Label(
                value = "Networks",
                description = "The networks of the cross-validation alone (self-training).")
        NETWORKS,
        @Label(
                value = "Mean teacher",
                description =
                        "The average of the network in training: what it thinks of the volume as it"
                                + " is, the network shall think of it varied (consistency).")
        MEAN_TEACHER,
        @Label(value = "Off", description = "The network learns from labels alone.")
        OFF
    }

    enum ClassPriors {
        @Label(
                value = "Estimated",
                description =
                        "From what is found in the volume and how often held-out labels are"
                                + " mistaken. Small differences are left alone.")
        ESTIMATED,
        @Label(
                value = "Expectation maximisation",
                description =
                        "From the probabilities in the volume (Saerens et al. 2002), applied as far"
                                + " as held-out labels promise a gain. Misleading if probabilities"
                                + " are not calibrated.")
        EXPECTATION_MAXIMISATION,
        @Label(value = "Known", description = "The shares below.")
        KNOWN,
        @Label(value = "As labelled", description = "Nothing is corrected.")
        AS_LABELLED
    }

    static final class ValidationReference implements ParameterReference<Validation> {}

    static final class PriorsReference implements ParameterReference<ClassPriors> {}

    static final class HasFolds implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(ValidationReference.class)
                    .isOneOf(Validation.AUTOMATIC, Validation.FOLDS)
                    .and(i.getPredicate(Choices.IsThorough.class));
        }
    }

    static final class AreKnown implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(PriorsReference.class)
                    .isOneOf(ClassPriors.KNOWN)
                    .and(i.getPredicate(Choices.IsThorough.class));
        }
    }

    @Widget(
            title = "Validation",
            description =
                    "What networks are judged by. Scores and calibration come from labels that the"
                            + " judged network was not trained on. Regions of one slice are never"
                            + " on both sides, but for a cut in space.")
    @Effect(predicate = Choices.IsThorough.class, type = EffectType.SHOW)
    @ValueReference(ValidationReference.class)
    Validation m_validation = Validation.AUTOMATIC;

    @Widget(title = "Folds", description = "Networks of a cross-validation, at most; 2 to 100.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasFolds.class, type = EffectType.SHOW)
    int m_folds = 4;

    @Widget(
            title = "Learn from the unlabelled rest",
            description =
                    "Who teaches the network about the volumes' unlabelled voxels; it learns from"
                            + " what teachers are sure of. Needs the input Volumes.")
    @Effect(predicate = Choices.IsThorough.class, type = EffectType.SHOW)
    Teachers m_teachers = Teachers.NETWORKS_AND_FOREST;

    @Widget(
            title = "Class priors",
            description =
                    "How much of the volume each class fills. Scribbles show more of rare classes"
                            + " than there is, so that networks find too much of them; needs the"
                            + " input Volumes, but for known shares.")
    @Effect(predicate = Choices.IsThorough.class, type = EffectType.SHOW)
    @ValueReference(PriorsReference.class)
    ClassPriors m_priors = ClassPriors.ESTIMATED;

    @Widget(
            title = "Shares",
            description =
                    "One number per class, separated by commas, the background's first; together 1.")
    @Effect(predicate = AreKnown.class, type = EffectType.SHOW)
    String m_shares = "0.9, 0.1";

    /** Raises {@link InvalidInput} unless known shares are as many as classes. */
    void requireClasses(int classes) {
        if (m_priors == ClassPriors.KNOWN && shares().size() != classes) {
            throw InvalidInput.of(
                    "number of class priors", shares().size(), "that of the classes, " + classes);
        }
    }

    /** The quick way: one network, held out as the labels allow. */
    static CourseSettings single(UNetSettings network, long seed) {
        return new CourseSettings(
                new HoldOut(SHARE, Grouping.SLICE, gap(network), seed),
                Grouping.ROI,
                Optional.empty(),
                new Priors.AsLabelled(),
                Optional.empty());
    }

    CourseSettings settings(UNetSettings network, long seed) {
        return new CourseSettings(
                plan(gap(network), seed), Grouping.ROI, selfTraining(), priors(), Optional.empty());
    }

    private Optional<SelfTrainingSettings> selfTraining() {
        return m_teachers == Teachers.OFF
                ? Optional.empty()
                : Optional.of(
                        SelfTrainingSettings.defaults()
                                .withTeaching(Teaching.valueOf(m_teachers.name())));
    }

    private static int gap(UNetSettings network) {
        ReceptiveField field = ReceptiveField.of(network);
        return field.before() + field.after();
    }

    private ValidationPlan plan(int gap, long seed) {
        return switch (m_validation) {
            case AUTOMATIC -> new Automatic(m_folds, gap, seed);
            case SPLIT -> new AsGiven();
            case FOLDS -> new GroupFolds(m_folds, Grouping.SLICE, seed);
            case HOLD_OUT -> new HoldOut(SHARE, Grouping.SLICE, gap, seed);
            case SPATIAL -> new SpatialSplit(SHARE, gap);
            case NONE -> new TrainOnAll();
        };
    }

    private Priors priors() {
        return switch (m_priors) {
            case ESTIMATED -> new Priors.Estimated();
            case EXPECTATION_MAXIMISATION -> new Priors.ExpectationMaximisation();
            case KNOWN -> new Priors.Given(shares());
            case AS_LABELLED -> new Priors.AsLabelled();
        };
    }

    private List<Double> shares() {
        return Choices.numbers("class priors", m_shares);
    }
}
