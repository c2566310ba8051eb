package org.dlpixel.nodes.overlay;

import java.util.OptionalInt;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.VolumeColumnChoices;
import org.dlpixel.nodes.convert.VolumeRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Segmentation Overlay. */
@LoadDefaultsForAbsentFields
final class SegmentationOverlayParameters implements NodeParameters {

    @Widget(
            title = "Image column",
            description =
                    "Raw pixels: images, or paths to files. Empty: the column Image, or the"
                            + " first images.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_imageColumn = "";

    @Widget(
            title = "Segmentation column",
            description =
                    "Class index per voxel: images, or paths to files as in the image"
                            + " column of the U-Net Slice Predictor. Empty: the column Segmentation.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_segmentationColumn = "";

    @Widget(
            title = "Label column",
            description =
                    "Sparse labels, drawn as strokes. Empty: the column Label, if there is one.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_labelColumn = "";

    @Widget(
            title = "Truth column",
            description =
                    "Dense truth, shown in a panel of its own. Empty: the column Truth, if there"
                            + " is one.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_truthColumn = "";

    @Widget(
            title = "Slices per volume",
            description =
                    "How many slices are shown, evenly spread over the volume; half of them are"
                            + " annotated slices where there are enough.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_slices = 6;

    VolumeRow.ImageColumns columns(DataTableSpec spec) throws InvalidSettingsException {
        return new VolumeRow.ImageColumns(
                OptionalInt.of(Columns.volume(spec, m_imageColumn, Columns.IMAGE)),
                Columns.optionalVolume(spec, m_labelColumn, Columns.LABEL),
                Columns.optionalVolume(spec, m_truthColumn, Columns.TRUTH),
                OptionalInt.of(Columns.segmentation(spec, m_segmentationColumn)));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_slices < 1) {
            throw new InvalidSettingsException(
                    "Illegal slices per volume: " + m_slices + ", must be 1 or more.");
        }
    }

    SegmentationOverlayParameters() {}

    SegmentationOverlayParameters(NodeParametersInput in) {
        m_imageColumn = ImageColumnChoices.guess(in, 0, Columns.IMAGE);
        m_segmentationColumn = ImageColumnChoices.guess(in, 0, Columns.SEGMENTATION);
        m_labelColumn = ImageColumnChoices.guess(in, 0, Columns.LABEL);
        m_truthColumn = ImageColumnChoices.guess(in, 0, Columns.TRUTH);
    }
}
