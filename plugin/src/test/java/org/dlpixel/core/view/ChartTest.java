package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.score.SegmentationScores;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Property(tries = 300, seed = "42")
    void anAxisHoldsItsValuesAndHasAHandfulOfRoundTicks(
            @ForAll @DoubleRange(min = -1e5, max = 1e5) double a,
            @ForAll @DoubleRange(min = 0, max = 1e5) double more) {
        Axis axis = Axis.around(a, a + more, false, 5);
        double tiny = 1e-6 * (1 + Math.abs(a));
        assertThat(axis.low()).isLessThanOrEqualTo(a + tiny);
        assertThat(axis.high()).isGreaterThanOrEqualTo(a + more - tiny);
        assertThat(axis.ticks(5)).hasSizeBetween(2, 9);
        assertThat(axis.share(axis.low())).isZero();
        assertThat(axis.share(axis.high())).isEqualTo(1);
    }

    @Test
    void ticksAreWrittenShortly() {
        Axis unit = new Axis(0, 1, false);
        assertThat(unit.ticks(5).stream().map(unit::text))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        Axis log = Axis.around(2e-5, 3e-3, true, 5);
        assertThat(log.ticks(5).stream().map(log::text))
                .containsExactly("1e-5", "1e-4", "1e-3", "0.01");
        assertThat(log.share(1e-3)).isCloseTo(2.0 / 3, within(1e-9));
        Axis hundreds = Axis.around(0, 395, false, 5);
        assertThat(hundreds.ticks(5).stream().map(hundreds::text))
                .containsExactly("0", "100", "200", "300", "400");
    }

    @Test
    void withoutValuesAnAxisIsStillAnAxis() {
        assertThat(Axis.around(Double.NaN, Double.NaN, false, 5)).isEqualTo(new Axis(0, 1, false));
        assertThat(Axis.around(0, 1, true, 5).low()).isPositive();
        assertThat(Axis.around(3, 3, false, 5).high()).isGreaterThan(3);
    }

    @Test
    void curvesAreDrawnAndInterruptedAtNaN() {
        double[] x = {0, 1, 2, 3, 4};
        int colour = 0xd55e00;
        Series whole = new Series("", colour, x, new double[] {0.5, 0.5, 0.5, 0.5, 0.5});
        Series broken = new Series("", colour, x, new double[] {0.5, 0.5, Double.NaN, 0.5, 0.5});
        assertThat(count(unit(whole), colour)).isGreaterThan(count(unit(broken), colour) + 100);
        Series dots = Series.dots("", colour, x, whole.y());
        assertThat(count(unit(dots), colour)).isBetween(40L, 200L);
    }

    @Test
    void aTrainingHasOneChartPerKindOfCurve() {
        Series loss = Series.counted("training", TrainingCurve.TRAINING, 1, 0.5, 0.3);
        Series held = Series.counted("held-out", TrainingCurve.VALIDATION, 1.1, 0.6, 0.5);
        Series dice = Series.counted("vessel", Palette.of(1), Double.NaN, 0.6, 0.8);
        Series rate = Series.counted("rate", TrainingCurve.LEARNING_RATE, 1e-3, 1e-3, 1e-4);
        OptionalDouble best = OptionalDouble.of(3);
        RgbImage all =
                new TrainingCurve(List.of(loss, held), List.of(dice), List.of(rate), "epoch", best)
                        .render();
        assertThat(all.width()).isEqualTo(3 * Chart.WIDTH);
        assertThat(count(all, TrainingCurve.TRAINING)).isGreaterThan(300L);
        assertThat(count(all, TrainingCurve.VALIDATION)).isGreaterThan(300L);
        assertThat(count(all, Palette.of(1))).isGreaterThan(150L);
        RgbImage lossOnly =
                new TrainingCurve(List.of(loss), List.of(), List.of(), "epoch", best).render();
        assertThat(lossOnly.width()).isEqualTo(Chart.WIDTH);
        RgbImage nothing =
                new TrainingCurve(List.of(), List.of(), List.of(), "", OptionalDouble.empty())
                        .render();
        assertThat(count(nothing, 0xffffff)).isEqualTo(nothing.rgb().length);
    }

    @Test
    void oneEpochOrAConstantIsDrawnToo() {
        Series one = Series.counted("a", 0xd55e00, 0.25);
        RgbImage chart = Chart.of("t", "x", List.of(one), Chart.Scale.LINEAR).render(500);
        assertThat(count(chart, 0xd55e00)).isGreaterThan(8L);
        Series zero = Series.counted("b", 0xd55e00, 0, 0, 0);
        assertThat(
                        count(
                                Chart.of("t", "x", List.of(zero), Chart.Scale.LOGARITHMIC)
                                        .render(500),
                                0xd55e00))
                .isZero();
    }

    @Test
    void aSliceCurveMarksAnnotatedSlices() {
        SegmentationScores scores = new SegmentationScores(2);
        for (int z = 0; z < 6; z++) {
            byte[] truth = {0, 1, 1, 0};
            scores.add(z, z == 2, new LabelMask(4, 1, truth), new byte[] {0, 1, 0, 0});
        }
        RgbImage curve = SliceCurve.render(scores.slices(), ClassList.numbered(2), 800);
        assertThat(curve.width()).isEqualTo(800);
        assertThat(count(curve, Palette.of(1))).isGreaterThan(500L);
    }

    @Test
    void aSeriesNeedsAsManyValuesAsPlaces() {
        assertThatThrownBy(() -> new Series("loss", 0, new double[2], new double[3]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("y values of 'loss': 3");
    }

    private static RgbImage unit(Series series) {
        return Chart.of("", "", List.of(series), Chart.Scale.UNIT).render(500);
    }

    private static long count(RgbImage image, int colour) {
        long n = 0;
        for (int rgb : image.rgb()) {
            n += rgb == colour ? 1 : 0;
        }
        return n;
    }
}
