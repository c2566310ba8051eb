package org.dlpixel.core.network.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

/** Expected values were computed with numpy. */
class PixelStepTest {

    private static final float[] TWO_CHANNELS = {0, 1, 2, 4, -1, 5, 10, 20};

    private static void assertApplied(PixelStep step, double... expected) {
        float[] values = TWO_CHANNELS.clone();
        step.apply(values, 2);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) values[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void sigmoidAndSoftmax() {
        assertApplied(
                new Sigmoid(),
                .5,
                .7310585786,
                .880797078,
                .9820137900,
                .2689414214,
                .9933071491,
                .9999546021,
                1);
        assertApplied(
                new Softmax(),
                .7310585786,
                .0179862100,
                .0003353501,
                1.12535e-7,
                .2689414214,
                .98201379,
                .9996646499,
                1);
    }

    @Test
    void linearScalingAndLimits() {
        assertApplied(new ScaleLinear(List.of(2.), List.of(1.)), 1, 3, 5, 9, -1, 11, 21, 41);
        assertApplied(
                new ScaleLinear(List.of(2., .5), List.of(0., 1.)), 0, 2, 4, 8, .5, 3.5, 6, 11);
        assertApplied(new Clip(0, 5), 0, 1, 2, 4, 0, 5, 5, 5);
        assertApplied(new Clip(Double.NEGATIVE_INFINITY, 1), 0, 1, 1, 1, -1, 1, 1, 1);
        assertApplied(new Binarize(List.of(2.)), 0, 0, 0, 1, 0, 1, 1, 1);
        assertApplied(new Binarize(List.of(1., 5.)), 0, 0, 1, 1, 0, 0, 1, 1);
    }

    @Test
    void percentilesOfAllOrOfEachChannel() {
        assertApplied(
                new ScaleRange(10, 90, 1e-6, false),
                .022556389281,
                .097744353553,
                .172932317825,
                .323308246368,
                -.05263157499,
                .398496210639,
                .774436031997,
                1.526315674713);
        assertApplied(
                new ScaleRange(0, 100, 1e-6, true),
                0,
                .2499999375,
                .499999875,
                .99999975,
                0,
                .285714272109,
                .523809498866,
                .999999952381);
    }

    @Test
    void meanAndDeviationOfAllOrOfEachChannel() {
        assertApplied(
                new ZeroMeanUnitVariance(1e-6, false),
                -.789776860036,
                -.635674058078,
                -.481571256119,
                -.173365652203,
                -.943879661994,
                -.019262850245,
                .751251159546,
                2.292279179128);
        assertApplied(
                new ZeroMeanUnitVariance(1e-6, true),
                -1.18321515662,
                -.50709220998,
                .16903073666,
                1.521276629941,
                -1.23418246434,
                -.454698802651,
                .194870915422,
                1.494010351569);
    }

    @Test
    void aConstantImageBecomesZero() {
        float[] flat = {7, 7, 7, 7};
        new ZeroMeanUnitVariance(1e-6, false).apply(flat, 1);
        assertThat(flat).containsOnly(0f);
        float[] other = {7, 7, 7, 7};
        new ScaleRange(1, 99, 1e-6, false).apply(other, 1);
        assertThat(other).containsOnly(0f);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> new Clip(1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ScaleRange(50, 50, 1e-6, true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ZeroMeanUnitVariance(0, true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ScaleLinear(List.of(), List.of(0.)))
                .isInstanceOf(InvalidInput.class);
        PixelStep three = new ScaleLinear(List.of(1., 2., 3.), List.of(0.));
        assertThatThrownBy(() -> three.apply(new float[4], 2)).isInstanceOf(InvalidInput.class);
    }
}
