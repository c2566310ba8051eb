package org.dlpixel.nodes.scorer;

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

/** Settings of the Segmentation Scorer. */
@LoadDefaultsForAbsentFields
final class SegmentationScorerParameters implements NodeParameters {

    @Widget(
            title = "Segmentation column",
            description =
                    "Class index per voxel: images, or paths to files as in the image"
                            + " column of the U-Net Slice Predictor. Empty: the column Segmentation.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_segmentationColumn = "";

    @Widget(
            title = "Truth column",
            description =
                    "Dense truth: 0 background, every further value a class in ascending order."
                            + " Empty: the column Truth, if there is one. A row without truth is"
                            + " compared with its sparse labels.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_truthColumn = "";

    @Widget(
            title = "Label column",
            description =
                    "Sparse labels: a slice with a labelled pixel counts as annotated, the others"
                            + " as held out. Empty: the column Label, if there is one.")
    @ChoicesProvider(VolumeColumnChoices.class)
    String m_labelColumn = "";

    VolumeRow.ImageColumns columns(DataTableSpec spec) throws InvalidSettingsException {
        return new VolumeRow.ImageColumns(
                OptionalInt.empty(),
                Columns.optionalVolume(spec, m_labelColumn, Columns.LABEL),
                Columns.optionalVolume(spec, m_truthColumn, Columns.TRUTH),
                OptionalInt.of(Columns.segmentation(spec, m_segmentationColumn)));
    }

    SegmentationScorerParameters() {}

    SegmentationScorerParameters(NodeParametersInput in) {
        m_segmentationColumn = ImageColumnChoices.guess(in, 0, Columns.SEGMENTATION);
        m_truthColumn = ImageColumnChoices.guess(in, 0, Columns.TRUTH);
        m_labelColumn = ImageColumnChoices.guess(in, 0, Columns.LABEL);
    }
}
