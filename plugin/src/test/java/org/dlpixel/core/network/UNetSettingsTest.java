package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetSettingsTest {

    private static final UNetSettings ORIGINAL =
            UNetSettings.defaults().withClasses(4).withBaseFeatures(32);

    @ParameterizedTest
    @CsvSource({"4, 1662176", "5, 6557152", "6, 26128352"})
    void parameterCountsAreThoseOfTheOriginal(int depth, long count) {
        assertThat(ORIGINAL.withDepth(depth).parameterCount()).isEqualTo(count);
    }

    @Test
    void sidesMustBeMultiplesOfTwoToTheDepth() {
        assertThat(ORIGINAL.withDepth(5).sizeMultiple()).isEqualTo(32);
    }

    @Test
    void featuresDoubleFromTheThirdLevelOn() {
        UNetSettings settings = ORIGINAL.withDepth(5);
        assertThat(List.of(0, 1, 2, 3, 4, 5))
                .extracting(settings::features)
                .containsExactly(32, 32, 64, 128, 256, 512);
    }

    @Test
    void aWrongSettingIsRefusedWithNameValueAndRule() {
        assertThatThrownBy(() -> ORIGINAL.withDepth(9))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal depth: 9, must be between 2 and 6.");
        assertThatThrownBy(() -> ORIGINAL.withClasses(1)).hasMessageContaining("classes: 1");
        assertThatThrownBy(() -> ORIGINAL.withDropout(1)).hasMessageContaining("dropout: 1.0");
        assertThatThrownBy(() -> ORIGINAL.withDropout(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> ORIGINAL.withInputChannels(0)).hasMessageContaining("channels: 0");
    }

    @Test
    void contextFollowsFromTheDepth() {
        assertThat(ReceptiveField.of(ORIGINAL.withDepth(5)))
                .isEqualTo(new ReceptiveField(32, 192, 192, 219));
        assertThat(ReceptiveField.of(ORIGINAL.withDepth(3)))
                .isEqualTo(new ReceptiveField(8, 48, 48, 51));
    }
}
