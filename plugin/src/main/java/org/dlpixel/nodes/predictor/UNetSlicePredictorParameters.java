package org.dlpixel.nodes.predictor;

import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.Threads;
import org.dlpixel.nodes.convert.VolumeColumnChoices;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the U-Net Slice Predictor. */
@LoadDefaultsForAbsentFields
final class UNetSlicePredictorParameters implements NodeParameters {

    private static final int SMALLEST_TILE = 32;

    @Widget(
            title = "Image column",
            description =
                    "Volumes (X, Y, and any of Z, Channel) to be segmented slice by slice. Empty:"
                            + " the column Image, or the first images.")
    @ChoicesProvider(VolumeColumnChoices.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(
            title = "Name of the new column",
            description = "The column that gets the segmentation: class index per voxel, uint8.")
    String m_outputColumn = Columns.SEGMENTATION;

    @Widget(
            advanced = true,
            title = "Largest tile side",
            description =
                    "A slice whose sides are at most this long, in pixels, is run in one piece; a"
                            + " larger one in aligned tiles with the halo that the network needs,"
                            + " which gives the same result. Memory grows with its square. 32 or more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_largestTile = 2048;

    @Widget(
            advanced = true,
            title = "Threads",
            description = "Threads that compute; 0 takes all cores of the machine.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_threads;

    PredictionSettings settings() {
        if (m_largestTile < SMALLEST_TILE) {
            throw InvalidInput.of(
                    "largest tile side", m_largestTile, "at least " + SMALLEST_TILE + " pixels");
        }
        return new PredictionSettings((long) m_largestTile * m_largestTile, Threads.of(m_threads));
    }

    UNetSlicePredictorParameters() {}

    UNetSlicePredictorParameters(NodeParametersInput in) {
        m_imageColumn = ImageColumnChoices.guess(in, 1, Columns.IMAGE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_outputColumn == null || m_outputColumn.isBlank()) {
            throw new InvalidSettingsException(
                    "Illegal name of the new column: '', must not be blank.");
        }
        try {
            settings();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
