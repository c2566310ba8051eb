package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

    private static final Device FIRST = new Device.Cuda(0);

    @ParameterizedTest
    @ValueSource(strings = {"auto", "cpu", "cuda:0", "cuda:12"})
    void aDeviceIsReadFromItsText(String text) {
        assertThat(Device.parse(text)).hasToString(text);
        assertThat(Device.parse(" " + text.toUpperCase(Locale.ROOT) + " "))
                .isEqualTo(Device.parse(text));
    }

    @Test
    void cudaAloneIsTheFirst() {
        assertThat(Device.parse("cuda")).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:-1", "cuda:1x", "cuda:999", "cpu:0"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Device.parse(text)).isInstanceOf(InvalidInput.class);
    }

    private static final CudaSupport NO_LIBRARY =
            new CudaSupport(false, false, index -> Optional.of("not asked"));
    private static final CudaSupport NO_DRIVER =
            new CudaSupport(true, false, index -> Optional.of("not asked"));
    private static final CudaSupport ONE =
            new CudaSupport(
                    true,
                    true,
                    index -> index == 0 ? Optional.empty() : Optional.of("invalid ordinal"));

    @Test
    void autoIsTheFirstCudaDeviceOrTheProcessorWithoutAWarning() {
        assertThat(ONE.choose(Device.AUTO, false))
                .isEqualTo(new DeviceChoice(FIRST, Optional.empty()));
        for (CudaSupport support : new CudaSupport[] {NO_LIBRARY, NO_DRIVER}) {
            assertThat(support.choose(Device.AUTO, false))
                    .isEqualTo(new DeviceChoice(Device.CPU, Optional.empty()));
        }
    }

    @Test
    void theProcessorIsAlwaysThere() {
        assertThat(ONE.choose(Device.CPU, false).device()).isEqualTo(Device.CPU);
        assertThat(NO_LIBRARY.choose(Device.CPU, false).device()).isEqualTo(Device.CPU);
    }

    @Test
    void aCudaDeviceThatCannotBeUsedFailsWithWhatToInstall() {
        assertThat(ONE.choose(FIRST, false).device()).isEqualTo(FIRST);
        assertThatThrownBy(() -> NO_LIBRARY.choose(FIRST, false))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("cuda:0")
                .hasMessageContaining("Install libtorch 2.7.1 for CUDA 12.8")
                .hasMessageContaining("org.dlpixel.libtorch");
        assertThatThrownBy(() -> NO_DRIVER.choose(FIRST, false))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("Install an NVIDIA driver");
        assertThatThrownBy(() -> ONE.choose(new Device.Cuda(1), false))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("Device cuda:1 does not exist or fails: invalid ordinal.");
    }

    @Test
    void theProcessorReplacesItWithAWarningIfAllowed() {
        DeviceChoice choice = NO_DRIVER.choose(FIRST, true);
        assertThat(choice.device()).isEqualTo(Device.CPU);
        assertThat(choice.warning().orElseThrow())
                .contains("NVIDIA driver")
                .endsWith("The processor is used instead.");
        assertThat(ONE.choose(FIRST, true).warning()).isEmpty();
    }

    @Test
    void onThisEngineEveryWishEndsWithADeviceThatWorksOrAReason() {
        Device chosen = TorchEngine.choose(new DeviceWish(Device.AUTO)).device();
        UNetSettings small = UNetSettings.defaults().withDepth(2).withBaseFeatures(2);
        PixelTestModel model = new PixelTestModel(small);
        assertThat(model.logits(chosen)).hasSize(2 * 16 * 16);
        Device far = new Device.Cuda(99);
        assertThat(TorchEngine.choose(new DeviceWish(far, true, false)).warning()).isPresent();
        assertThatThrownBy(() -> TorchEngine.choose(new DeviceWish(far)))
                .isInstanceOf(EngineFailure.class);
        assertThatThrownBy(() -> model.logits(far)).isInstanceOf(EngineFailure.class);
    }

    private record PixelTestModel(UNetSettings settings) {
        float[] logits(Device device) {
            Execution execution = new Execution(1, device, Precision.FLOAT32);
            try (Network network =
                    Network.open(
                            settings,
                            Weights.random(settings, 1),
                            LossSettings.defaults(),
                            Correction.NONE,
                            execution)) {
                return network.logits(NetworkTest.noise(256, 1), 1, 16, 16);
            }
        }
    }

    @Test
    void senselessNumbersOfThreadsAreRefused() {
        assertThatThrownBy(() -> Execution.onCpu(0))
                .hasMessage("Illegal number of threads: 0, must be between 1 and 1024.");
    }
}
