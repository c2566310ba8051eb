package org.dlpixel.nodes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.predict.SliceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTextTest {

    @Test
    void nothingMeansAllSlices() {
        assertThat(SliceText.parse("")).isEqualTo(SliceRange.ALL);
        assertThat(SliceText.parse(" .. ")).isEqualTo(SliceRange.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, 1",
        "10..20, 10, 20, 1",
        "' 10 .. 20 / 3 ', 10, 20, 3",
        "10.., 10, 2147483647, 1",
        "..20/2, 0, 20, 2",
        "/7, 0, 2147483647, 7",
        "../7, 0, 2147483647, 7"
    })
    void anyPartMayBeLeftOut(String text, int from, int to, int step) {
        assertThat(SliceText.parse(text)).isEqualTo(new SliceRange(from, to, step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-1", "1-5", "1..5/", "1,2", "1...5", "5/2", "9999999999"})
    void otherTextsAreNamed(String text) {
        assertThatThrownBy(() -> SliceText.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("slices: '" + text + "'", "from..to/step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5..4", "/0"})
    void rangesWithoutSlicesAreNamed(String text) {
        assertThatThrownBy(() -> SliceText.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("range of slices");
    }
}
