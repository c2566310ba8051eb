package org.dlpixel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianIgnoresOrderAndOutliers() {
        assertThat(Sample.of(List.of(3., 1000., 1.)).median()).isEqualTo(3);
        assertThat(Sample.of(List.of(4., 1., 2., 1000.)).median()).isEqualTo(3);
    }

    @Test
    void theDeviationIsThatOfASample() {
        Sample sample = Sample.of(List.of(2., 4., 4., 4., 5., 5., 7., 9.));

        assertThat(sample.mean()).isEqualTo(5);
        assertThat(sample.deviation()).isCloseTo(Math.sqrt(32. / 7), within(1e-12));
        assertThat(List.of(sample.least(), sample.most())).containsExactly(2., 9.);
    }

    @Test
    void nothingHasNoStatistics() {
        Sample none = Sample.of(List.of());

        assertThat(List.of(none.median(), none.mean(), none.deviation(), none.least()))
                .containsOnly(Double.NaN);
        assertThat(Sample.of(List.of(1.)).deviation()).isNaN();
    }
}
