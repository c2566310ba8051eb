package org.dlpixel.nodes.variation;

import java.util.List;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.augment.intensity.ColourJitter;
import org.dlpixel.core.augment.intensity.CutOut;
import org.dlpixel.core.augment.intensity.Gamma;
import org.dlpixel.core.augment.intensity.Invert;
import org.dlpixel.core.augment.operation.Augmentation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What changes intensities, which are normalised to 0..1 before. */
@LoadDefaultsForAbsentFields
public final class IntensityParameters implements NodeParameters {

    static final class BrightnessOn implements BooleanReference {}

    static final class GammaOn implements BooleanReference {}

    static final class InvertOn implements BooleanReference {}

    static final class ColourOn implements BooleanReference {}

    static final class CutOutOn implements BooleanReference {}

    @Widget(title = "Brightness and contrast", description = "v * a + b for every pixel v.")
    @ValueReference(BrightnessOn.class)
    boolean m_brightnessContrast = true;

    @Widget(title = "Probability of brightness and contrast", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    double m_brightnessContrastProbability = 0.8;

    @Widget(
            title = "Contrast range",
            description = "a is uniform within 1 - range .. 1 + range; 0 to 1.")
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    double m_contrast = 0.2;

    @Widget(
            title = "Brightness range",
            description = "b is uniform within -range .. range; 0 to 1.")
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    double m_brightness = 0.05;

    @Widget(
            title = "Cut to 0..1",
            description =
                    "Whether results are cut to 0..1, as the original does; dim "
                            + "structures may vanish.")
    @Effect(predicate = BrightnessOn.class, type = EffectType.SHOW)
    boolean m_clip;

    @Widget(title = "Gamma", description = "v ^ g for every pixel v.")
    @ValueReference(GammaOn.class)
    boolean m_gamma = true;

    @Widget(title = "Probability of gamma", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = GammaOn.class, type = EffectType.SHOW)
    double m_gammaProbability = 0.8;

    @Widget(
            title = "Gamma range",
            description = "g is uniform within 1 - range .. 1 + range; 0 to 0.9.")
    @Effect(predicate = GammaOn.class, type = EffectType.SHOW)
    double m_gammaRange = 0.2;

    @Widget(
            title = "Inversion",
            description =
                    "1 - v: dark structures on bright ground. Only for models "
                            + "that shall learn both.")
    @ValueReference(InvertOn.class)
    boolean m_invert;

    @Widget(title = "Probability of an inversion", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = InvertOn.class, type = EffectType.SHOW)
    double m_invertProbability = 0.5;

    @Widget(
            title = "Colour jitter",
            description =
                    "Brightness, contrast, saturation and hue of three channels; "
                            + "brightness and contrast of each channel on its own where "
                            + "there are not three.")
    @ValueReference(ColourOn.class)
    boolean m_colourJitter;

    @Widget(title = "Probability of colour jitter", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = ColourOn.class, type = EffectType.SHOW)
    double m_colourJitterProbability = 0.6;

    @Widget(
            title = "Colour brightness range",
            description = "Factor within 1 - range .. 1 + range; 0 to 1.")
    @Effect(predicate = ColourOn.class, type = EffectType.SHOW)
    double m_colourBrightness = 0.5;

    @Widget(
            title = "Colour contrast range",
            description = "Factor within 1 - range .. 1 + range; 0 to 1.")
    @Effect(predicate = ColourOn.class, type = EffectType.SHOW)
    double m_colourContrast = 0.2;

    @Widget(
            title = "Saturation range",
            description = "Factor within 1 - range .. 1 + range; 0 to 1.")
    @Effect(predicate = ColourOn.class, type = EffectType.SHOW)
    double m_saturation = 0.5;

    @Widget(
            title = "Hue range",
            description = "Turns of the colour circle in either direction, 0 to 0.5.")
    @Effect(predicate = ColourOn.class, type = EffectType.SHOW)
    double m_hue = 0.5;

    @Widget(
            title = "Cut-out",
            description =
                    "Covers squares: mean intensity in the image, unlabelled in "
                            + "the labels. The last pixel of a class is never taken.")
    @ValueReference(CutOutOn.class)
    boolean m_cutOut;

    @Widget(title = "Probability of cut-outs", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = CutOutOn.class, type = EffectType.SHOW)
    double m_cutOutProbability = 0.3;

    @Widget(title = "Most cut-outs", description = "Squares per patch, 1 to 100.")
    @Effect(predicate = CutOutOn.class, type = EffectType.SHOW)
    int m_cutOutNumber = 3;

    @Widget(
            title = "Side of the largest cut-out",
            description = "In sides of the patch, 0.01 to 0.5.")
    @Effect(predicate = CutOutOn.class, type = EffectType.SHOW)
    double m_cutOutSide = 0.2;

    /** Adds the operations that are switched on, in the order of their fields. */
    void addTo(List<Augmentation> chosen) {
        if (m_brightnessContrast) {
            chosen.add(
                    new BrightnessContrast(
                            m_brightnessContrastProbability, m_contrast, m_brightness, m_clip));
        }
        if (m_gamma) {
            chosen.add(new Gamma(m_gammaProbability, m_gammaRange));
        }
        if (m_invert) {
            chosen.add(new Invert(m_invertProbability));
        }
        if (m_colourJitter) {
            chosen.add(
                    new ColourJitter(
                            m_colourJitterProbability,
                            m_colourBrightness,
                            m_colourContrast,
                            m_saturation,
                            m_hue));
        }
        if (m_cutOut) {
            chosen.add(new CutOut(m_cutOutProbability, m_cutOutNumber, m_cutOutSide));
        }
    }
}
