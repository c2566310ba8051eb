package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class LabelledProbabilitiesTest {

    private static final PixelProbabilities TWO =
            new PixelProbabilities(2, new float[] {0.5f, 0.5f, 0.2f, 0.8f});

    @Test
    void aRegionCountsAsTheRootOfItsLabelledPixels() {
        LabelledProbabilities pixels =
                LabelledProbabilities.ofRegions(
                        GoldenPixels.probabilities(), GoldenPixels.LABELS, GoldenPixels.REGIONS);
        double[] sums = new double[3];
        for (int i = 0; i < pixels.labels().length; i++) {
            sums[GoldenPixels.REGIONS[i]] += pixels.weights()[i];
        }
        assertThat(sums[0]).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(sums[1]).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(sums[2]).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(pixels.labelled()).isEqualTo(13);
    }

    @Test
    void pixelsWithoutLabelOrWeightDoNotCount() {
        assertThat(LabelledProbabilities.of(TWO, new byte[] {LabelMask.IGNORE, 1}).labelled())
                .isEqualTo(1);
        assertThat(
                        new LabelledProbabilities(TWO, new byte[] {0, 1}, new double[] {0, 3})
                                .labelled())
                .isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("number of labels: 1, must be", new byte[1], new double[] {1, 1});
        assertRefused("number of weights: 1, must be", new byte[2], new double[] {1});
        assertRefused("class index of pixel 1: 2", new byte[] {0, 2}, new double[] {1, 1});
        assertRefused("weight of pixel 0: -1.0", new byte[2], new double[] {-1, 1});
        assertRefused("weight of pixel 1: NaN", new byte[2], new double[] {1, Double.NaN});
        assertThatThrownBy(() -> LabelledProbabilities.ofRegions(TWO, new byte[2], new int[] {1}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of regions of pixels: 1");
    }

    private static void assertRefused(String message, byte[] labels, double[] weights) {
        assertThatThrownBy(() -> new LabelledProbabilities(TWO, labels, weights))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
