package org.dlpixel.nodes.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

class ImageParametersTest {

    private final UNetLearnerParameters parameters = new UNetLearnerParameters();

    @Test
    void aSliceOfAVolumeByItselfIsTheDefault() throws InvalidSettingsException {
        parameters.validate();
        assertThat(parameters.normalization()).isEqualTo(Normalization.defaults());
        assertThat(parameters.context().neighbours()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ImageParameters.Scope.class)
    void everyScopeOfTheDialogIsOne(ImageParameters.Scope scope) throws InvalidSettingsException {
        parameters.m_images.m_normalisation = scope;
        parameters.validate();
        assertThat(parameters.normalization().scope().name()).isEqualTo(scope.name());
        assertThat(ImageParameters.Scope.values()).hasSameSizeAs(Normalization.Scope.values());
    }

    @Test
    void theFixedRangeIsTheUsers() {
        parameters.m_images.m_normalisation = ImageParameters.Scope.FIXED;
        parameters.m_images.m_low = -2;
        parameters.m_images.m_high = 3;
        assertThat(parameters.normalization().fixed()).isEqualTo(new IntensityRange(-2, 3));
    }

    @Test
    void aWrongRangeIsNamedIfItIsUsed() throws InvalidSettingsException {
        parameters.m_images.m_low = 300;
        parameters.validate();
        parameters.m_images.m_normalisation = ImageParameters.Scope.FIXED;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "Illegal intensity range: 300.0 .. 255.0, must be finite with low <= high.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 9})
    void tooManyNeighboursAreNamed(int count) {
        parameters.m_images.m_neighbours = count;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "Illegal number of neighbouring slices: " + count + ", must be 0 to 8.");
    }
}
