package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @Test
    void zeroMeansAllCores() {
        assertThat(Threads.of(0)).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Threads.of(3)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1025})
    void otherNumbersAreRefused(int setting) {
        assertThatThrownBy(() -> Threads.of(setting))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "Illegal number of threads: "
                                + setting
                                + ", must be from 0 (all cores) to 1024.");
    }
}
