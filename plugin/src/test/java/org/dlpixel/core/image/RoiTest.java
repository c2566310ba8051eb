package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoiTest {

    @Property(tries = 100, seed = "3")
    void whatIsWrittenIsReadAgain(
            @ForAll @IntRange(max = 5000) int x,
            @ForAll @IntRange(max = 5000) int y,
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height) {
        Roi roi = new Roi(x, y, x + width, y + height);
        assertThat(Roi.parse(roi.toString())).isEqualTo(roi);
        assertThat(roi.width()).isEqualTo(width);
        assertThat(roi.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1,2,3,4,5", "a,2,3,4", "5,0,5,1", "-1,0,1,1", "0;0;1;1"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Roi.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ROI");
    }

    @Test
    void boxesOutsideOfTheImageAreRefused() {
        new Roi(1, 1, 10, 20).requireInside(10, 20);
        assertThatThrownBy(() -> new Roi(1, 1, 11, 20).requireInside(10, 20))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1,1,11,20")
                .hasMessageContaining("10 x 20");
    }
}
