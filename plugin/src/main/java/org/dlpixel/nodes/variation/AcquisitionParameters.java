package org.dlpixel.nodes.variation;

import java.util.List;
import org.dlpixel.core.augment.intensity.GaussianBlur;
import org.dlpixel.core.augment.intensity.GaussianNoise;
import org.dlpixel.core.augment.intensity.PoissonNoise;
import org.dlpixel.core.augment.intensity.Shading;
import org.dlpixel.core.augment.intensity.Sharpen;
import org.dlpixel.core.augment.intensity.Stripes;
import org.dlpixel.core.augment.operation.Augmentation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What microscopes and cameras do to images. */
@LoadDefaultsForAbsentFields
public final class AcquisitionParameters implements NodeParameters {

    enum Direction {
        @Label(value = "Along x", description = "Along the rows of the image.")
        X,
        @Label(value = "Along y", description = "Along the columns of the image.")
        Y,
        @Label(value = "Along x or y", description = "One or the other, drawn for every patch.")
        EITHER;

        Stripes.Direction direction() {
            return Stripes.Direction.valueOf(name());
        }
    }

    static final class BlurOn implements BooleanReference {}

    static final class ShadingOn implements BooleanReference {}

    static final class StripesOn implements BooleanReference {}

    static final class PoissonOn implements BooleanReference {}

    static final class NoiseOn implements BooleanReference {}

    static final class SharpenOn implements BooleanReference {}

    @Widget(title = "Gaussian blur", description = "Smooths, as a lens out of focus does.")
    @ValueReference(BlurOn.class)
    boolean m_blur;

    @Widget(title = "Probability of a blur", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = BlurOn.class, type = EffectType.SHOW)
    double m_blurProbability = 0.3;

    @Widget(title = "Largest blur", description = "Standard deviation in pixels, 0.3 to 16.")
    @Effect(predicate = BlurOn.class, type = EffectType.SHOW)
    double m_blurSigma = 1.5;

    @Widget(title = "Shading", description = "Uneven illumination: a smooth field is multiplied.")
    @ValueReference(ShadingOn.class)
    boolean m_shading;

    @Widget(title = "Probability of shading", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = ShadingOn.class, type = EffectType.SHOW)
    double m_shadingProbability = 0.3;

    @Widget(
            title = "Largest shading",
            description = "Share by which intensities rise or fall, 0.01 to 0.9.")
    @Effect(predicate = ShadingOn.class, type = EffectType.SHOW)
    double m_shadingStrength = 0.3;

    @Widget(
            title = "Stripes",
            description =
                    "Shadows as absorbing grains throw in a light sheet: dark "
                            + "stripes through the whole patch.")
    @ValueReference(StripesOn.class)
    boolean m_stripes;

    @Widget(title = "Probability of stripes", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = StripesOn.class, type = EffectType.SHOW)
    double m_stripesProbability = 0.3;

    @Widget(
            title = "Direction of stripes",
            description =
                    "Along which axis of the image they run, before any rotation "
                            + "is thought of.")
    @Effect(predicate = StripesOn.class, type = EffectType.SHOW)
    Direction m_stripeDirection = Direction.EITHER;

    @Widget(title = "Most stripes", description = "Per patch, 1 to 100.")
    @Effect(predicate = StripesOn.class, type = EffectType.SHOW)
    int m_stripeNumber = 6;

    @Widget(title = "Widest stripe", description = "Standard deviation in pixels, 0.5 to 100.")
    @Effect(predicate = StripesOn.class, type = EffectType.SHOW)
    double m_stripeWidth = 3;

    @Widget(title = "Deepest stripe", description = "Share of the light that it takes, 0.01 to 1.")
    @Effect(predicate = StripesOn.class, type = EffectType.SHOW)
    double m_stripeDepth = 0.4;

    @Widget(title = "Poisson noise", description = "Noise of counted photons.")
    @ValueReference(PoissonOn.class)
    boolean m_poissonNoise;

    @Widget(title = "Probability of Poisson noise", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = PoissonOn.class, type = EffectType.SHOW)
    double m_poissonNoiseProbability = 0.3;

    @Widget(
            title = "Fewest photons",
            description = "At intensity 1; up to ten times as many are drawn; 1 to " + "1000000.")
    @Effect(predicate = PoissonOn.class, type = EffectType.SHOW)
    double m_photons = 50;

    @Widget(title = "Gaussian noise", description = "Noise of a camera's electronics.")
    @ValueReference(NoiseOn.class)
    boolean m_gaussianNoise;

    @Widget(title = "Probability of Gaussian noise", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = NoiseOn.class, type = EffectType.SHOW)
    double m_gaussianNoiseProbability = 0.3;

    @Widget(
            title = "Largest Gaussian noise",
            description =
                    "Standard deviation, in units of the normalised intensity, " + "0.0001 to 1.")
    @Effect(predicate = NoiseOn.class, type = EffectType.SHOW)
    double m_noiseDeviation = 0.05;

    @Widget(title = "Sharpening", description = "Unsharp masking.")
    @ValueReference(SharpenOn.class)
    boolean m_sharpen;

    @Widget(title = "Probability of a sharpening", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = SharpenOn.class, type = EffectType.SHOW)
    double m_sharpenProbability = 0.2;

    @Widget(
            title = "Largest amount of sharpening",
            description = "Share of the details that is added, 0.01 to 5.")
    @Effect(predicate = SharpenOn.class, type = EffectType.SHOW)
    double m_sharpenAmount = 1;

    @Widget(
            title = "Scale of sharpening",
            description =
                    "Standard deviation in pixels of what counts as a detail, 0.3 " + "to 16.")
    @Effect(predicate = SharpenOn.class, type = EffectType.SHOW)
    double m_sharpenSigma = 1;

    /** Adds the operations that are switched on, in the order of their fields. */
    void addTo(List<Augmentation> chosen) {
        if (m_blur) {
            chosen.add(new GaussianBlur(m_blurProbability, m_blurSigma));
        }
        if (m_shading) {
            chosen.add(new Shading(m_shadingProbability, m_shadingStrength));
        }
        if (m_stripes) {
            chosen.add(
                    new Stripes(
                            m_stripesProbability,
                            m_stripeDirection.direction(),
                            m_stripeNumber,
                            m_stripeWidth,
                            m_stripeDepth));
        }
        if (m_poissonNoise) {
            chosen.add(new PoissonNoise(m_poissonNoiseProbability, m_photons));
        }
        if (m_gaussianNoise) {
            chosen.add(new GaussianNoise(m_gaussianNoiseProbability, m_noiseDeviation));
        }
        if (m_sharpen) {
            chosen.add(new Sharpen(m_sharpenProbability, m_sharpenAmount, m_sharpenSigma));
        }
    }
}
