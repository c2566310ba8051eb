package org.dlpixel.nodes.augmenter;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.augment.intensity.Gamma;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.RegionTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Patch Augmenter. */
@LoadDefaultsForAbsentFields
final class PatchAugmenterParameters implements NodeParameters {

    @Section(title = "Columns")
    interface ColumnSection {}

    @Section(title = "Patches")
    @After(ColumnSection.class)
    interface PatchSection {}

    @Section(title = "Operations")
    @After(PatchSection.class)
    interface OperationSection {}

    static final class SizedCropOn implements BooleanReference {}

    static final class BrightnessOn implements BooleanReference {}

    static final class GammaOn implements BooleanReference {}

    @Widget(
            title = "Image column",
            description = "Raw pixels of a region. Empty: the column Image, or the first images.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(ColumnSection.class)
    String m_imageColumn = "";

    @Widget(
            title = "Label column",
            description =
                    "Sparse labels of the region: 0 unlabelled, 1 background, 2.. classes. Empty:"
                            + " the column Label.")
    @ChoicesProvider(ImageColumnChoices.class)
    @Layout(ColumnSection.class)
    String m_labelColumn = "";

    @Widget(
            title = "Patches per region",
            description = "How many patches are drawn from every training region.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
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
            title = "Seed",
            description =
                    "A patch depends on this number, its row and its index only, so that a second"
                            + " run gives the same patches.")
    @Layout(PatchSection.class)
    int m_seed = 1;

    @Widget(
            title = "Flips",
            description = "Mirrors along x and along y, each with probability 0.5.")
    @Layout(OperationSection.class)
    boolean m_flip = true;

    @Widget(
            title = "Rotations by 90 degrees",
            description = "Rotates by 0, 90, 180 or 270 degrees with probability 0.5.")
    @Layout(OperationSection.class)
    boolean m_rotate90 = true;

    @Widget(
            title = "Random sized crop",
            description =
                    "Zooms into a smaller square of the patch with probability 0.5; the image is"
                            + " interpolated linearly, labels take the nearest pixel.")
    @ValueReference(SizedCropOn.class)
    @Layout(OperationSection.class)
    boolean m_sizedCrop = true;

    @Widget(
            title = "Largest zoom factor",
            description = "The smallest square has the side patch size / factor; 1 or more.")
    @Effect(predicate = SizedCropOn.class, type = EffectType.SHOW)
    @Layout(OperationSection.class)
    double m_sizeFactor = 1.25;

    @Widget(
            title = "Brightness and contrast",
            description = "v * a + b with probability 0.8, on pixels normalised to 0..1.")
    @ValueReference(BrightnessOn.class)
    @Layout(OperationSection.class)
    boolean m_brightnessContrast = true;

    @Widget(title = "Contrast range", description = "a is uniform within 1 - range .. 1 + range.")
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    @Layout(OperationSection.class)
    double m_contrast = 0.2;

    @Widget(title = "Brightness range", description = "b is uniform within -range .. range.")
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    @Layout(OperationSection.class)
    double m_brightness = 0.05;

    @Widget(title = "Gamma", description = "v ^ g with probability 0.8.")
    @ValueReference(GammaOn.class)
    @Layout(OperationSection.class)
    boolean m_gamma = true;

    @Widget(title = "Gamma range", description = "g is uniform within 1 - range .. 1 + range.")
    @Effect(predicate = GammaOn.class, type = EffectType.SHOW)
    @Layout(OperationSection.class)
    double m_gammaRange = 0.2;

    RegionTable.ImageColumns columns(DataTableSpec spec) throws InvalidSettingsException {
        return RegionTable.ImageColumns.of(spec, m_imageColumn, m_labelColumn);
    }

    /** The chosen operations, in the order of the original. */
    AugmentationSettings settings() {
        List<Augmentation> chosen = new ArrayList<>();
        if (m_flip) {
            chosen.add(new Flip(0.5, 0.5));
        }
        if (m_rotate90) {
            chosen.add(new Rotate90(0.5));
        }
        if (m_sizedCrop) {
            chosen.add(new SizedCrop(0.5, m_sizeFactor));
        }
        if (m_brightnessContrast) {
            chosen.add(new BrightnessContrast(0.8, m_contrast, m_brightness, false));
        }
        if (m_gamma) {
            chosen.add(new Gamma(0.8, m_gammaRange));
        }
        return new AugmentationSettings("Patch Augmenter", chosen);
    }

    /** The settings are tried, so that a wrong one is named before anything is drawn. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            new PatchSampler(m_patchSize, PatchPlacement.STRATIFIED, settings());
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (m_patchesPerRegion < 1) {
            throw new InvalidSettingsException(
                    "Illegal patches per region: " + m_patchesPerRegion + ", must be 1 or more.");
        }
    }

    PatchAugmenterParameters() {}

    PatchAugmenterParameters(NodeParametersInput in) {
        m_imageColumn = ImageColumnChoices.guess(in, 0, Columns.IMAGE);
        m_labelColumn = ImageColumnChoices.guess(in, 0, Columns.LABEL);
    }
}
