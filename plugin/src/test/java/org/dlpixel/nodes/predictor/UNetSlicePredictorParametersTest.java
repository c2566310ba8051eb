package org.dlpixel.nodes.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.TestTimeAugmentation;
import org.dlpixel.core.predict.Windows;
import org.dlpixel.core.tile.Importance;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.knip.base.data.img.ImgPlusCell;

class UNetSlicePredictorParametersTest {

    private final UNetSlicePredictorParameters parameters = new UNetSlicePredictorParameters();

    private PredictionSettings settings() throws InvalidSettingsException {
        parameters.validate();
        return parameters.settings(new Warnings());
    }

    @Test
    void theDefaultsAreExactAcrossZAndKeepClassesOnly() throws InvalidSettingsException {
        parameters.m_threads = 1;

        assertThat(settings())
                .isEqualTo(
                        PredictionSettings.defaults()
                                .withMaxTilePixels(2048L * 2048)
                                .withExecution(Execution.onCpu(1)));
        assertThat(parameters.planes(Path.of("t")).axes()).isEqualTo(EnumSet.of(SlicingAxis.Z));
        assertThat(parameters.planes(Path.of("t")).smoothing()).isZero();
        assertThat(parameters.m_output.format()).isEmpty();
    }

    @Test
    void whatIsChosenIsSet() throws InvalidSettingsException {
        parameters.m_input.m_across = Choices.Axes.ALL;
        parameters.m_input.m_squarePixels = false;
        parameters.m_quality.m_cutting = Choices.Cutting.SLIDING;
        parameters.m_quality.m_weight = Choices.Weight.GAUSSIAN;
        parameters.m_quality.m_positions = Choices.Positions.FLIPS;
        parameters.m_quality.m_smoothing = 1.5;
        parameters.m_output.m_uncertainty = Choices.UncertaintyMap.MARGIN;

        PredictionSettings settings = settings();

        assertThat(settings.windows())
                .isEqualTo(new Windows.Sliding(1024, 0.25, Importance.GAUSSIAN));
        assertThat(settings.augmentation()).isEqualTo(TestTimeAugmentation.FLIPS);
        assertThat(settings.probabilities()).isTrue();
        assertThat(parameters.planes(Path.of("t")).axes())
                .isEqualTo(EnumSet.allOf(SlicingAxis.class));
        assertThat(parameters.planes(Path.of("t")).isotropic()).isFalse();
        assertThat(parameters.planes(Path.of("t")).smoothing()).isEqualTo(1.5);
    }

    @Test
    void everyStoreButCellsIsAFormat() {
        for (Choices.Store store : Choices.Store.values()) {
            assertThat(store.format().isPresent()).isEqualTo(store != Choices.Store.CELLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuda:1,", "gpu", ","})
    void aWrongFurtherDeviceIsNamed(String devices) {
        parameters.m_furtherDevices = devices;
        assertInvalid("device");
    }

    @Test
    void wrongValuesOfGroupsAreNamed() {
        parameters.m_quality.m_smoothing = -1;
        assertInvalid("smoothing across slices: -1.0");
        parameters.m_quality.m_smoothing = 0;
        parameters.m_quality.m_cutting = Choices.Cutting.SLIDING;
        parameters.m_quality.m_overlap = 1;
        assertInvalid("overlap: 1.0");
        parameters.m_quality.m_overlap = 0.5;
        parameters.m_input.m_slices = "3..1";
        assertInvalid("range of slices: 3 to 1");
        parameters.m_input.m_slices = "";
        parameters.m_output.m_largestImage = 0;
        assertInvalid("largest image: 0 MB");
    }

    private void assertInvalid(String message) {
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void resultsGetColumnsOfTheirOwn() {
        DataTableSpec in = new DataTableSpec(column(Columns.SEGMENTATION, ImgPlusCell.TYPE));
        parameters.m_output.m_probabilities = true;
        parameters.m_output.m_uncertainty = Choices.UncertaintyMap.ENTROPY;
        parameters.m_output.m_store = Choices.Store.TIFF;
        parameters.m_quality.m_smoothing = 1;

        DataTableSpec spec = OutputTables.volumes(in, parameters);

        assertThat(List.of(spec.getColumnNames()))
                .containsExactly(
                        "Segmentation",
                        "Segmentation (#1)",
                        "Segmentation probabilities",
                        "Segmentation uncertainty",
                        "Flicker",
                        "Flicker of single slices");
        assertThat(spec.getColumnSpec(1).getType()).isEqualTo(StringCell.TYPE);
    }

    private static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
