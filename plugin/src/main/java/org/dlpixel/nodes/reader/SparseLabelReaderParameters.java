package org.dlpixel.nodes.reader;

import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.io.labels.AutomaticSplit;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the Sparse Label Reader. */
@LoadDefaultsForAbsentFields
final class SparseLabelReaderParameters implements NodeParameters {

    enum From {
        @Label(value = "Image and label stack", description = "Two files of the same size.")
        STACKS,
        @Label(
                value = "napari project folder",
                description = "A folder of napari-easy-augment-batch-dl.")
        PROJECT,
        @Label(
                value = "Patches folder",
                description =
                        "Patches that napari-easy-augment-batch-dl or the Patch Augmenter wrote.")
        PATCHES
    }

    @Section(title = "Input")
    interface InputSection {}

    @Section(title = "Classes and validation")
    @After(InputSection.class)
    interface ValidationSection {}

    interface FromReference extends ParameterReference<From> {}

    static final class IsStacks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(FromReference.class).isOneOf(From.STACKS);
        }
    }

    static final class IsProject implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(FromReference.class).isOneOf(From.PROJECT);
        }
    }

    static final class IsPatches implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(FromReference.class).isOneOf(From.PATCHES);
        }
    }

    static final class AtMostNinety extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.9;
        }
    }

    @Widget(
            title = "Read",
            description =
                    "Whether labels come as one stack beside the image, as a project, or as patches"
                            + " that were cut already.")
    @ValueSwitchWidget
    @ValueReference(FromReference.class)
    @Layout(InputSection.class)
    From m_from = From.STACKS;

    @Widget(
            title = "Image",
            description =
                    "Path of the image: a TIFF, BigTIFF or OME-TIFF stack, or a PNG, JPEG or BMP"
                            + " image. Absolute, or knime://knime.workflow/data/... for a file"
                            + " inside the workflow.")
    @Effect(predicate = IsStacks.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_image = "";

    @Widget(
            title = "Sparse labels",
            description =
                    "Path of the label stack, of the same size as the image: 0 unlabelled, 1"
                            + " background, 2 and above the classes. napari, Fiji and Labkit write"
                            + " such stacks as TIFF.")
    @Effect(predicate = IsStacks.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_labels = "";

    @Widget(
            title = "Truth (optional)",
            description =
                    "Path of a dense label stack used for scoring only: 0 background, every"
                            + " further value a class in ascending order. Left empty, a file truth.tif"
                            + " in the folder of the image is used if there is one.")
    @Effect(predicate = IsStacks.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_truth = "";

    @Widget(
            title = "Project folder",
            description =
                    "A project of napari-easy-augment-batch-dl: images at its top level, ROIs"
                            + " under labels/, annotations under annotations/.")
    @Effect(predicate = IsProject.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_project = "";

    @Widget(
            title = "Patches folder",
            description =
                    "A folder with input0 and ground truth0, or the project that holds it as"
                            + " patches: TIFF images, one or three channels, and sparse labels of the"
                            + " same names. Real pixels are taken as normalised to 0..1. Patches of"
                            + " input_validation0 are held out.")
    @Effect(predicate = IsPatches.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_patches = "";

    @Widget(
            title = "Class names",
            description =
                    "Names of the classes in the order of their label values, separated by commas,"
                            + " background first. Left empty, they are numbered.")
    @Layout(ValidationSection.class)
    String m_classNames = "";

    @Widget(
            title = "Share held out for validation",
            description =
                    "Share of the labelled regions that is not trained on but used to keep the"
                            + " best state of the network. At least one region is held out if"
                            + " there are two or more. 0 holds out none: the U-Net Learner then"
                            + " cross-validates. The split of a project folder is kept, and so"
                            + " is that of patches, of which none is ever held out by chance: they"
                            + " overlap.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostNinety.class)
    @Layout(ValidationSection.class)
    double m_validationShare;

    @Widget(title = "Seed", description = "Decides which regions are held out.")
    @Layout(ValidationSection.class)
    int m_seed = 1;

    AutomaticSplit split() {
        return new AutomaticSplit(m_validationShare, m_seed);
    }

    /** Names by class index; empty if they are to be numbered. */
    List<String> classNames() {
        return m_classNames == null || m_classNames.isBlank()
                ? List.of()
                : Arrays.stream(m_classNames.split(",", -1)).map(String::strip).toList();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_validationShare >= 0 && m_validationShare <= 0.9)) {
            throw new InvalidSettingsException(
                    "Illegal share held out for validation: "
                            + m_validationShare
                            + ", must be within 0..0.9.");
        }
        if (!classNames().isEmpty()) {
            validate(classNames());
        }
    }

    private static void validate(List<String> names) throws InvalidSettingsException {
        try {
            new ClassList(names);
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
