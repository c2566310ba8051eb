package org.dlpixel.nodes.writer;

import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.VolumeColumnChoices;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the Segmentation Writer. */
@LoadDefaultsForAbsentFields
final class SegmentationWriterParameters implements NodeParameters {

    @Widget(
            title = "Output folder",
            description =
                    "Folder for all files; made if it does not exist. Absolute, or"
                            + " knime://knime.workflow/data/... for a folder inside the workflow."
                            + " Files of an earlier run are replaced one by one, each only when"
                            + " its successor is complete; other files are left alone.")
    String m_folder = "";

    @Widget(
            title = "Segmentation column",
            description =
                    "Class index per voxel: images, or paths to files as in the image"
                            + " column of the U-Net Slice Predictor. Empty: the column Segmentation.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_segmentationColumn = "";

    int column(DataTableSpec spec) throws InvalidSettingsException {
        return Columns.segmentation(spec, m_segmentationColumn);
    }

    SegmentationWriterParameters() {}

    SegmentationWriterParameters(NodeParametersInput in) {
        m_segmentationColumn = ImageColumnChoices.guess(in, 0, Columns.SEGMENTATION);
    }
}
