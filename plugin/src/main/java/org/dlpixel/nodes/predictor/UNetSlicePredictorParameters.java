package org.dlpixel.nodes.predictor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.plane.PlaneSettings;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.DeviceParameters;
import org.dlpixel.nodes.convert.ImageColumnChoices;
import org.dlpixel.nodes.convert.Threads;
import org.dlpixel.nodes.convert.VolumeColumnChoices;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
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
                    "Volumes to be segmented slice by slice. Images: axes X, Y and any of Z,"
                            + " Time, Channel, found by name; time points are volumes of their own."
                            + " Texts: paths (absolute, or knime://knime.workflow/data/...) to"
                            + " TIFF, BigTIFF or OME-TIFF files, to folders of slice images in the"
                            + " natural order of their names, or to OME-Zarr; a column of type Path"
                            + " becomes text by KNIME's node Path to String. Empty: the column"
                            + " Image, or the first images.")
    @ChoicesProvider(VolumeColumnChoices.OfSecondPort.class)
    @Layout(Sections.Input.class)
    String m_imageColumn = "";

    @Layout(Sections.Input.class)
    SlicesParameters m_input = new SlicesParameters();

    @Widget(
            title = "Name of the new column",
            description =
                    "The column that gets the segmentation, uint8. The further columns are called"
                            + " alike.")
    @Layout(Sections.Output.class)
    String m_outputColumn = Columns.SEGMENTATION;

    @Layout(Sections.Output.class)
    OutputParameters m_output = new OutputParameters();

    @Layout(Sections.Quality.class)
    QualityParameters m_quality = new QualityParameters();

    @Widget(
            advanced = true,
            title = "Largest tile side",
            description =
                    "A slice whose sides are at most this long, in pixels, is run in one piece; a"
                            + " larger one in aligned tiles with the halo that the network needs,"
                            + " which gives the same result. Memory grows with its square. 32 or more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Sections.Computation.class)
    int m_largestTile = 2048;

    @Widget(
            advanced = true,
            title = "Threads",
            description = "Threads that compute; 0 takes all cores of the machine.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Sections.Computation.class)
    int m_threads;

    @Layout(Sections.Computation.class)
    DeviceParameters m_device = new DeviceParameters();

    @Widget(
            advanced = true,
            title = "Further devices",
            description =
                    "Devices that work on other slices at the same time, separated by commas, e.g."
                            + " cuda:1, cuda:2. Empty: none.")
    @Layout(Sections.Computation.class)
    String m_furtherDevices = "";

    /** The column of images or paths. */
    int column(DataTableSpec spec) throws InvalidSettingsException {
        return Columns.volume(spec, m_imageColumn, Columns.IMAGE);
    }

    /** How slices are predicted; starts the engine. */
    PredictionSettings settings(Warnings warnings) {
        Execution execution = m_device.execution(m_threads, warnings);
        return settings(execution)
                .withFurtherDevices(furtherDevices().stream().map(m_device::further).toList());
    }

    private PredictionSettings settings(Execution execution) {
        if (m_largestTile < SMALLEST_TILE) {
            throw InvalidInput.of(
                    "largest tile side", m_largestTile, "at least " + SMALLEST_TILE + " pixels");
        }
        return PredictionSettings.defaults()
                .withMaxTilePixels((long) m_largestTile * m_largestTile)
                .withExecution(execution)
                .withWindows(m_quality.windows())
                .withAugmentation(m_quality.m_positions.augmentation())
                .withRange(m_input.range())
                .withProbabilities(m_output.needsProbabilities());
    }

    private List<Device> furtherDevices() {
        List<Device> devices = new ArrayList<>();
        for (String name :
                m_furtherDevices.isBlank() ? new String[0] : m_furtherDevices.split(",", -1)) {
            devices.add(Device.parse(name));
        }
        return devices;
    }

    /**
     * Across which axes.
     *
     * @param folder for temporary files
     */
    PlaneSettings planes(Path folder) {
        return new PlaneSettings(m_input.m_across.axes(), folder)
                .withWeight(m_input.m_weight)
                .withIsotropic(m_input.m_squarePixels)
                .withAnisotropy(m_input.anisotropy())
                .withSmoothing(m_quality.m_smoothing);
    }

    /** Whether the result is more than what the network says of each slice. */
    boolean isRefined() {
        return m_quality.m_smoothing > 0 || m_input.m_across == Choices.Axes.ALL;
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
        if (m_output.m_largestImage < 1) {
            throw new InvalidSettingsException(
                    "Illegal largest image: "
                            + m_output.m_largestImage
                            + " MB, must be 1 or more.");
        }
        try {
            settings(Execution.onCpu(Threads.of(m_threads)));
            planes(Path.of(""));
            m_device.device();
            furtherDevices();
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
