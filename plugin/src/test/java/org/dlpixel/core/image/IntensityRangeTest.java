package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntensityRangeTest {

    @Test
    void lowBecomesZeroAndHighBecomesOneAndTheRestIsClipped() {
        float[] values = {90, 100, 150, 200, 900};
        new IntensityRange(100, 200).normalise(values, 0, values.length);
        assertThat(values).containsExactly(0, 0, 0.5f, 1, 1);
    }

    @Test
    void onlyTheStatedPartIsNormalised() {
        float[] values = {5, 5, 5};
        new IntensityRange(0, 10).normalise(values, 1, 1);
        assertThat(values).containsExactly(5, 0.5f, 5);
    }

    @Test
    void aConstantImageBecomesZero() {
        FloatImage image = new FloatImage(2, 1, 1, new float[] {7, 7});
        assertThat(new IntensityRange(7, 7).normalised(image).pixels()).containsOnly(0);
        assertThat(image.pixels()).containsOnly(7);
    }

    @ParameterizedTest
    @CsvSource({"2,1", "NaN,1", "0,Infinity"})
    void rangesThatAreNoneAreRefused(double low, double high) {
        assertThatThrownBy(() -> new IntensityRange(low, high))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("intensity range");
    }
}
