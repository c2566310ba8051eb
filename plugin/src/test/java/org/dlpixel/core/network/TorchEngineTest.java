package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class TorchEngineTest {

    @Test
    void theVersionIsTheOneThatTheCodeIsWrittenFor() {
        assertThat(TorchEngine.version()).startsWith("2.7.1");
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void aMissingLibraryFolderIsNamed() {
        assertThatThrownBy(() -> TorchEngine.useLibraryFolder(Path.of("no-such-folder")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no-such-folder");
    }

    @Test
    void aSecondOwnerOfTheLibraryIsExplained() {
        Throwable cause =
                new UnsatisfiedLinkError(
                        "Native Library libc10.so already loaded in another classloader");
        assertThat(TorchEngine.explain(new ExceptionInInitializerError(cause)))
                .contains("another extension")
                .contains("Restart");
    }

    @Test
    void anyOtherReasonIsGivenWithThePlatforms() {
        assertThat(TorchEngine.explain(new UnsatisfiedLinkError("no libgomp")))
                .contains("no libgomp")
                .contains("Linux x86_64");
    }
}
