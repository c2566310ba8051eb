package org.dlpixel.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelEncodingTest {

    @Property
    void classIndicesSurviveBothEncodings(
            @ForAll @ByteRange(max = 126) byte index, @ForAll LabelEncoding encoding) {
        assertThat(encoding.classIndex(encoding.value(index))).isEqualTo(index);
    }

    @Test
    void zeroIsUnlabelledInSparseLabelsAndBackgroundInDenseOnes() {
        assertThat(LabelEncoding.SPARSE.classIndex(0)).isEqualTo(LabelMask.IGNORE);
        assertThat(LabelEncoding.SPARSE.classIndex(1)).isZero();
        assertThat(LabelEncoding.DENSE.classIndex(0)).isZero();
        assertThat(LabelEncoding.SPARSE.value(LabelMask.IGNORE)).isZero();
        assertThatThrownBy(() -> LabelEncoding.DENSE.value(LabelMask.IGNORE))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theLargestValueTellsTheNumberOfClasses() {
        assertThat(LabelEncoding.SPARSE.classes(4)).isEqualTo(4);
        assertThat(LabelEncoding.DENSE.classes(4)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 128, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoLabelValueIsRefused(double value) {
        assertThatThrownBy(() -> LabelEncoding.SPARSE.classIndex(value))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("label value")
                .hasMessageContaining("0 to 127");
    }
}
