package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.MixedPrecision;
import org.dlpixel.core.network.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceParametersTest {

    private final DeviceParameters parameters = new DeviceParameters();

    @Test
    void theProcessorIsChosenWithoutAWord() {
        parameters.m_device = " CPU ";
        assertThat(parameters.execution(1, new Warnings())).isEqualTo(Execution.onCpu(1));
    }

    @Test
    void precisionIsMixedWhereTheProcessorCan() {
        parameters.m_device = "cpu";
        parameters.m_mixedPrecision = true;
        boolean can = MixedPrecision.isSupported(Device.CPU);
        assertThat(parameters.execution(1, new Warnings()).precision())
                .isEqualTo(can ? Precision.BFLOAT16 : Precision.FLOAT32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:x", "cuda:1000"})
    void aWrongDeviceIsNamed(String device) {
        parameters.m_device = device;
        assertThatThrownBy(parameters::device)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("Illegal device: " + device + ", must be auto, cpu or");
    }
}
