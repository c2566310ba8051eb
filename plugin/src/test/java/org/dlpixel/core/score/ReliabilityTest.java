package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void aCountedExample() {
        float[] values = {0.75f, 0.25f, 0.25f, 0.75f, 0.79f, 0.21f, 0, 1};
        Reliability r = of(values, 0, 0, 0, 1);
        assertThat(r.bins()).hasSize(15);
        Reliability.Bin twelfth = r.bins().get(11);
        assertThat(twelfth.from()).isEqualTo(11. / 15);
        assertThat(twelfth.to()).isEqualTo(12. / 15);
        assertThat(twelfth.share()).isEqualTo(0.75);
        assertThat(twelfth.confidence()).isCloseTo((0.75 + 0.75 + 0.79) / 3, within(1e-7));
        assertThat(twelfth.accuracy()).isCloseTo(2. / 3, within(1e-12));
        assertThat(r.bins().get(14).accuracy()).isEqualTo(1);
        assertThat(r.bins().get(0).share()).isZero();
        assertThat(r.bins().get(0).confidence()).isNaN();
        assertThat(r.error()).isCloseTo(0.75 * ((0.75 + 0.75 + 0.79) / 3 - 2. / 3), within(1e-7));
    }

    @Test
    void aBinHoldsItsUpperBoundButNotItsLower() {
        float third = 5f / 15;
        Reliability r =
                Reliability.of(
                        LabelledProbabilities.of(
                                new PixelProbabilities(
                                        3, new float[] {third, third, third, 0.6f, 0.4f, 0}),
                                new byte[] {0, 1}));
        assertThat(r.bins().get(5).share() + r.bins().get(4).share()).isEqualTo(0.5);
        assertThat(of(new float[] {0.5f, 0.5f}, 0).bins().get(7).share()).isEqualTo(1);
        assertThat(of(new float[] {1, 0}, 1).error()).isEqualTo(1);
    }

    private static Reliability of(float[] values, int... labels) {
        byte[] classes = new byte[labels.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) labels[i];
        }
        return Reliability.of(LabelledProbabilities.of(new PixelProbabilities(2, values), classes));
    }
}
