package org.dlpixel.nodes.variation;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.geometry.Interpolation;
import org.dlpixel.core.augment.operation.Augmentation;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;

/** Every operation with its switch, its probability and its limits; at first those of Standard. */
@LoadDefaultsForAbsentFields
public final class OperationParameters implements NodeParameters {

    enum Between {
        @Label(value = "Linear", description = "Between 2 x 2 pixels: smooths a little.")
        LINEAR,
        @Label(
                value = "Cubic",
                description = "Between 4 x 4 pixels: sharper, may go beyond 0..1 a little.")
        CUBIC;

        Interpolation interpolation() {
            return Interpolation.valueOf(name());
        }
    }

    @Widget(
            title = "Interpolation",
            description =
                    "How images are read between their pixels, once for all geometry together."
                            + " Labels always take the nearest pixel.")
    Between m_interpolation = Between.LINEAR;

    GeometryParameters m_geometry = new GeometryParameters();

    IntensityParameters m_intensity = new IntensityParameters();

    AcquisitionParameters m_acquisition = new AcquisitionParameters();

    /** The operations that are switched on: geometry, then what light does, then the camera. */
    public AugmentationSettings settings() {
        List<Augmentation> chosen = new ArrayList<>();
        m_geometry.addTo(chosen);
        m_intensity.addTo(chosen);
        m_acquisition.addTo(chosen);
        return new AugmentationSettings("Custom", chosen, m_interpolation.interpolation());
    }

    /**
     * What the Patch Augmenter stored before there were presets: five operations with fixed
     * probabilities.
     */
    public static OperationParameters ofOlderPatchAugmenter(NodeSettingsRO old)
            throws InvalidSettingsException {
        OperationParameters p = new OperationParameters();
        GeometryParameters geometry = p.m_geometry;
        geometry.m_flip = old.getBoolean("flip");
        geometry.m_rotate90 = old.getBoolean("rotate90");
        geometry.m_rotate90Probability = 0.5;
        geometry.m_sizedCrop = old.getBoolean("sizedCrop");
        geometry.m_sizeFactor = old.getDouble("sizeFactor");
        geometry.m_rotate = false;
        geometry.m_zoom = false;
        IntensityParameters intensity = p.m_intensity;
        intensity.m_brightnessContrast = old.getBoolean("brightnessContrast");
        intensity.m_contrast = old.getDouble("contrast");
        intensity.m_brightness = old.getDouble("brightness");
        intensity.m_gamma = old.getBoolean("gamma");
        intensity.m_gammaRange = old.getDouble("gammaRange");
        return p;
    }

    /** The keys that {@link #ofOlderPatchAugmenter} reads. */
    public static List<String> keysOfOlderPatchAugmenter() {
        return List.of(
                "flip",
                "rotate90",
                "sizedCrop",
                "sizeFactor",
                "brightnessContrast",
                "contrast",
                "brightness",
                "gamma",
                "gammaRange");
    }
}
