package org.dlpixel.nodes.phantom;

import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.phantom.VesselPhantomSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Vessel Phantom. */
@LoadDefaultsForAbsentFields
final class VesselPhantomParameters implements NodeParameters {

    @Widget(title = "Width", description = "Pixels along x, 16 to 2048.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_width = 256;

    @Widget(title = "Height", description = "Pixels along y, 16 to 2048.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_height = 256;

    @Widget(title = "Slices", description = "Slices along z, 1 to 1024.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_slices = 48;

    @Widget(
            title = "Labelled slices",
            description = "How many slices carry scribbles, evenly spread over the stack.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_labelledSlices = 5;

    @Widget(
            title = "Seed",
            description = "Decides vessels, noise and scribbles; one seed always gives one stack.")
    int m_seed = 1;

    VesselPhantomSettings settings() {
        VesselPhantomSettings defaults = VesselPhantomSettings.defaults();
        return defaults.withExtent(m_width, m_height, m_slices)
                .withTrunks(trunks(defaults))
                .withLabelledSlices(m_labelledSlices)
                .withSeed(m_seed);
    }

    /** Small volumes would be filled by as many vessels as the default one has. */
    private int trunks(VesselPhantomSettings defaults) {
        double area = (double) m_width * m_height / (defaults.width() * defaults.height());
        return Math.max(2, (int) Math.rint(defaults.trunks() * Math.sqrt(area)));
    }

    /** The settings are tried, so that a wrong one is named in the dialog. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
