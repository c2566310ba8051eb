package org.dlpixel.nodes.learner;

import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.settings.Objective;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.DeviceParameters;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Threads;
import org.dlpixel.nodes.port.UNetModelSpec;
import org.dlpixel.nodes.variation.OperationParameters;
import org.dlpixel.nodes.variation.Variation;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the U-Net Learner. */
@LoadDefaultsForAbsentFields
final class UNetLearnerParameters implements NodeParameters {

    @Widget(
            title = "Image column",
            description =
                    "Pixels of a region or patch. Empty: the column Image, or the first images.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(Sections.Column.class)
    String m_imageColumn = "";

    @Widget(
            title = "Label column",
            description =
                    "Sparse labels: 0 unlabelled, 1 background, 2.. classes. Empty: the column"
                            + " Label.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(Sections.Column.class)
    String m_labelColumn = "";

    @Layout(Sections.Image.class)
    ImageParameters m_images = new ImageParameters();

    @Widget(
            title = "Preset",
            description =
                    "Network, training and augmentation by name, or as set below. Seed, threads and"
                            + " time limit hold in any case.")
    @ValueReference(Choices.SettingsReference.class)
    @Layout(Sections.Network.class)
    Choices.Settings m_preset = Choices.Settings.OWN;

    @Widget(title = "Network", description = "Which network is trained.")
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Network.class)
    Choices.Network m_network = Choices.Network.RESIDUAL_UNET;

    @Widget(
            title = "Depth",
            description =
                    "How often the network halves the resolution, 2 to 6. Deeper networks"
                            + " see further and take more memory.")
    @NumberInputWidget(
            minValidation = IsPositiveIntegerValidation.class,
            maxValidation = Choices.AtMostSix.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Network.class)
    int m_depth = 3;

    @Widget(
            title = "Base features",
            description = "Feature maps of the first level; they double from level to level.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Network.class)
    int m_baseFeatures = 16;

    @Widget(
            advanced = true,
            title = "Dropout",
            description =
                    "Probability that a feature is left out of a training step, 0 to below 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Network.class)
    double m_dropout = 0.2;

    @Widget(
            advanced = true,
            title = "Feature normalisation",
            description = "How features are normalised after every convolution.")
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Network.class)
    Choices.FeatureNorm m_norm = Choices.FeatureNorm.BATCH;

    @Widget(title = "Loss", description = "What training minimises; unlabelled pixels never count.")
    @ValueReference(Choices.LossReference.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    Choices.LossFunction m_loss = Choices.LossFunction.CROSS_ENTROPY_AND_DICE;

    @Widget(title = "Focus", description = "Gamma of the focal loss, 0 to 10; 0 is cross entropy.")
    @Effect(predicate = Choices.IsFocal.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    double m_focus = 2;

    @Widget(
            advanced = true,
            title = "Class weights",
            description = "How much the pixels of each class count in the loss.")
    @ValueReference(Choices.WeightingReference.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    Choices.Weighting m_classWeights = Choices.Weighting.OFF;

    @Widget(
            advanced = true,
            title = "Weights",
            description =
                    "One number above 0 per class, separated by commas, the background's first.")
    @Effect(predicate = Choices.IsManual.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    String m_weights = "1, 1";

    @Widget(
            title = "Epochs",
            description = "Passes; after each one the held-out regions are predicted and scored.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    int m_epochs = 20;

    @Widget(title = "Patches per epoch", description = "Patches drawn freshly for every epoch.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    int m_patchesPerEpoch = 160;

    @Widget(title = "Batch size", description = "Patches per training step.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    int m_batchSize = 8;

    @Widget(
            title = "Patch size",
            description =
                    "Side of a training patch in pixels; 16 to 4096; rounded up to a multiple of"
                            + " 2^depth, and above 2^depth. Smaller regions are mirrored at their borders.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    int m_patchSize = 96;

    @Widget(
            title = "Learning rate",
            description = "Largest step of AdamW; reached after a warm-up, then falls as a cosine.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    double m_learningRate = 2e-3;

    @Widget(
            advanced = true,
            title = "Average of weights",
            description =
                    "Validate and keep a moving average of the last hundred or so steps rather than"
                            + " the weights of a single one.")
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    boolean m_averaging = true;

    @Widget(
            advanced = true,
            title = "Patience",
            description =
                    "Epochs without better validation after which a training ends, once half of the"
                            + " epochs are done; 0 for never.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    int m_patience;

    @Widget(
            title = "Augmentation",
            description =
                    "How patches are varied while training, beyond what the table holds. The"
                            + " preview of the Patch Augmenter shows it.")
    @ValueReference(Variation.Reference.class)
    @Effect(predicate = Choices.IsOwn.class, type = EffectType.SHOW)
    @Layout(Sections.Training.class)
    Variation m_augmentation = Variation.STANDARD;

    @Widget(
            title = "Time limit in minutes",
            description =
                    "Training ends after the step in which this time is over, with the best state"
                            + " found so far. Two runs give the same model only if neither meets"
                            + " the limit.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(Sections.Training.class)
    double m_minutes = 10;

    @Widget(
            title = "Seed",
            description =
                    "Decides initial weights, patches and augmentation: one seed, one data set and"
                            + " one number of threads give one model, bit for bit.")
    @Layout(Sections.Computation.class)
    int m_seed = 1;

    @Widget(
            advanced = true,
            title = "Threads",
            description = "Threads that compute; 0 takes all cores of the machine.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Sections.Computation.class)
    int m_threads;

    @Layout(Sections.Computation.class)
    DeviceParameters m_device = new DeviceParameters();

    @Layout(Sections.Course.class)
    CourseParameters m_course = new CourseParameters();

    @Layout(Sections.Operations.class)
    OperationParameters m_operations = new OperationParameters();

    @Layout(Sections.Computation.class)
    KeepingParameters m_checkpoints = new KeepingParameters();

    RegionTable.ImageColumns columns(DataTableSpec spec) throws InvalidSettingsException {
        return RegionTable.ImageColumns.of(spec, m_imageColumn, m_labelColumn);
    }

    SliceContext context() {
        return m_images.context();
    }

    Normalization normalization() {
        return m_images.normalization();
    }

    /** What depends on more than the settings: added ports, folders. */
    void requirePossible(PortsConfiguration ports) throws InvalidSettingsException {
        try {
            if (LearnerPorts.start(ports).isEmpty()) {
                LearnerPorts.requireVolumes(ports, context());
            }
            m_checkpoints.requirePlausible();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The network for one channel and two classes; the table decides on both. */
    UNetSettings network() {
        if (m_preset != Choices.Settings.OWN) {
            return m_preset.preset().network();
        }
        return UNetSettings.defaults()
                .withArchitecture(m_network.architecture())
                .withDepth(m_depth)
                .withBaseFeatures(m_baseFeatures)
                .withDropout(m_dropout)
                .withNorm(m_norm.norm());
    }

    /**
     * How a network is trained; its depth decides which patch sizes there are.
     *
     * @param trained that of {@link #network}, or that of a model to start from
     */
    TrainingSettings training(UNetSettings trained) {
        TrainingSettings settings =
                m_preset == Choices.Settings.OWN ? ownTraining() : m_preset.preset().training();
        return settings.withPortions(
                        portions -> portions.withPatchSize(rounded(portions.patchSize(), trained)))
                .withBudget(budget -> budget.withMinutes(m_minutes))
                .withSeed(m_seed)
                .withThreads(Threads.of(m_threads));
    }

    private TrainingSettings ownTraining() {
        TrainingSettings defaults = TrainingSettings.defaults();
        return defaults.withPortions(portions -> portions())
                .withBudget(budget -> budget.withPatience(m_patience))
                .withObjective(
                        new Objective(m_loss.loss(), m_classWeights.weights(m_weights), m_focus))
                .withOptimiser(optimiser(defaults.optimiser().withLearningRate(m_learningRate)));
    }

    private OptimiserSettings optimiser(OptimiserSettings settings) {
        return m_averaging ? settings : settings.withoutAverage();
    }

    private Portions portions() {
        return new Portions(m_patchSize, m_batchSize, m_epochs, m_patchesPerEpoch);
    }

    private static int rounded(int patchSize, UNetSettings network) {
        int multiple = network.sizeMultiple();
        if (patchSize <= multiple) {
            throw InvalidInput.of(
                    "patch size", patchSize, "above " + multiple + " at depth " + network.depth());
        }
        return (patchSize + multiple - 1) / multiple * multiple;
    }

    /** What is done besides the training of single networks. */
    private CourseSettings course(UNetSettings trained) {
        return isSingle()
                ? CourseParameters.single(trained, m_seed)
                : m_course.settings(trained, m_seed);
    }

    private boolean isSingle() {
        return m_preset == Choices.Settings.FAST || m_preset == Choices.Settings.ORIGINAL;
    }

    /**
     * What is done besides the training of networks with so many classes; makes the checkpoint
     * folder.
     */
    CourseSettings startCourse(UNetSettings trained) {
        if (!isSingle()) {
            m_course.requireClasses(trained.classes());
        }
        return course(trained).withCheckpoints(m_checkpoints.checkpoints());
    }

    AugmentationSettings augmentation() {
        if (m_preset != Choices.Settings.OWN) {
            return m_preset.preset().augmentation();
        }
        return m_augmentation.settings(m_operations);
    }

    UNetModelSpec modelSpec() {
        UNetSettings network = network();
        return new UNetModelSpec(network.architecture().name(), network.depth());
    }

    /** The settings are tried, so that a wrong one is named before anything long starts. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            context();
            normalization();
            training(network());
            course(network());
            augmentation();
            m_device.device();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    UNetLearnerParameters() {}

    UNetLearnerParameters(NodeParametersInput in) {
        m_imageColumn = ImageColumnChoices.guess(in, 0, Columns.IMAGE);
        m_labelColumn = ImageColumnChoices.guess(in, 0, Columns.LABEL);
    }
}
