package org.dlpixel.nodes.augmenter;

import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.Paths;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.variation.OperationParameters;
import org.dlpixel.nodes.variation.Variation;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Patch Augmenter. */
@LoadDefaultsForAbsentFields
final class PatchAugmenterParameters implements NodeParameters {

    /** More are no preview any more. */
    private static final int MOST_SHOWN = 100;

    enum Placement {
        @Label(
                value = "Around labelled pixels, classes in turn",
                description =
                        "Every class of the region as often as the others: a rare one is not"
                                + " forgotten.")
        STRATIFIED,
        @Label(
                value = "Around labelled pixels",
                description = "Every labelled pixel as often as the others.")
        LABELLED,
        @Label(
                value = "Anywhere",
                description = "Labelled or not, as napari-easy-augment-batch-dl does.")
        UNIFORM;

        PatchPlacement placement() {
            return PatchPlacement.valueOf(name());
        }
    }

    @Section(title = "Columns")
    interface ColumnSection {}

    @Section(title = "Patches")
    @After(ColumnSection.class)
    interface PatchSection {}

    @Section(title = "Operations")
    @Effect(predicate = Variation.IsCustom.class, type = EffectType.SHOW)
    @After(PatchSection.class)
    interface OperationSection {}

    @Section(title = "Preview and files")
    @After(OperationSection.class)
    interface OutputSection {}

    @Widget(
            title = "Image column",
            description = "Raw pixels of a region. Empty: the column Image, or the first images.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(ColumnSection.class)
    String m_imageColumn = "";

    @Widget(
            title = "Label column",
            description =
                    "Sparse labels of the region, of any integer type: 0 unlabelled, 1 background,"
                            + " 2.. classes. Empty: the column Label; if there is none, nothing is"
                            + " labelled.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(ColumnSection.class)
    String m_labelColumn = "";

    @Widget(
            title = "Patches per region",
            description =
                    "How many patches are drawn from every training region. 0: none, the preview"
                            + " is made all the same.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(PatchSection.class)
    int m_patchesPerRegion = 100;

    @Widget(
            title = "Patch size",
            description =
                    "Side of a patch in pixels. A smaller region is mirrored at its borders; the"
                            + " mirrored pixels are unlabelled.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(PatchSection.class)
    int m_patchSize = 128;

    @Widget(
            title = "Where patches are cut",
            description = "Regions without any label are cut anywhere.")
    @Layout(PatchSection.class)
    Placement m_placement = Placement.STRATIFIED;

    @Widget(
            title = "Seed",
            description =
                    "A patch depends on this number, its row and its index only, so that a second"
                            + " run gives the same patches.")
    @Layout(PatchSection.class)
    int m_seed = 1;

    @Widget(title = "Variation", description = "How patches are varied, by name, or as set below.")
    @ValueReference(Variation.Reference.class)
    @Migration(OlderSettings.Preset.class)
    @Layout(PatchSection.class)
    Variation m_preset = Variation.STANDARD;

    @Layout(OperationSection.class)
    @Migration(OlderSettings.Operations.class)
    OperationParameters m_operations = new OperationParameters();

    @Widget(
            title = "Patches in the preview",
            description = "How many patches of a region the preview shows, 1 to 100: the first.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(OutputSection.class)
    int m_previewPatches = 16;

    @Widget(
            title = "Patches folder (optional)",
            description =
                    "A folder for the patches as napari-easy-augment-batch-dl trains on them, e.g."
                            + " the folder patches of its project: input0, ground truth0 and, with"
                            + " the held-out regions cut into unvaried patches, input_validation0"
                            + " and ground truth_validation0. Absolute, or"
                            + " knime://knime.workflow/data/... for a folder inside the workflow. It"
                            + " appears when it is complete and replaces an earlier one of this"
                            + " node as a whole; folders with anything else in them are left alone"
                            + " and refused.")
    @Layout(OutputSection.class)
    String m_folder = "";

    RegionTable.ImageColumns columns(DataTableSpec spec) throws InvalidSettingsException {
        RegionTable.ImageColumns columns =
                RegionTable.ImageColumns.labelsIfAny(spec, m_imageColumn, m_labelColumn);
        if (columns.label().isEmpty() && !m_folder.isBlank()) {
            throw new InvalidSettingsException(
                    "A patches folder needs labels: the table has no column '"
                            + Columns.LABEL
                            + "'; choose the label column.");
        }
        return columns;
    }

    /** Where patches go as files, if at all. */
    Optional<Path> folder() {
        return m_folder.isBlank()
                ? Optional.empty()
                : Optional.of(Paths.resolve("patches folder", m_folder));
    }

    AugmentationSettings settings() {
        return m_preset.settings(m_operations);
    }

    PatchSampler sampler() {
        return new PatchSampler(m_patchSize, m_placement.placement(), settings());
    }

    /** The settings are tried, so that a wrong one is named before anything is drawn. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            sampler();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        require("patches per region", m_patchesPerRegion, m_patchesPerRegion >= 0, "0 or more");
        require(
                "patches in the preview",
                m_previewPatches,
                m_previewPatches >= 1 && m_previewPatches <= MOST_SHOWN,
                "from 1 to " + MOST_SHOWN);
        require(
                "patches per region",
                m_patchesPerRegion,
                m_patchesPerRegion > 0 || m_folder.isBlank(),
                "1 or more for a patches folder");
    }

    private static void require(String name, int value, boolean holds, String rule)
            throws InvalidSettingsException {
        if (!holds) {
            throw new InvalidSettingsException(
                    "Illegal " + name + ": " + value + ", must be " + rule + ".");
        }
    }

    PatchAugmenterParameters() {}

    PatchAugmenterParameters(NodeParametersInput in) {
        m_imageColumn = ImageColumnChoices.guess(in, 0, Columns.IMAGE);
        m_labelColumn = ImageColumnChoices.guess(in, 0, Columns.LABEL);
    }
}
