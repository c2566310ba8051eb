package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double[] HALVES = {0.5, 0.5};

    @Test
    void agreesWithNumpyWhenPixelsCountTheSame() {
        Calibration c =
                Calibration.fit(
                        LabelledProbabilities.of(
                                GoldenPixels.probabilities(), GoldenPixels.LABELS));
        assertThat(c.temperature()).isCloseTo(8.6640075, within(1e-5));
        assertThat(c.lossBefore()).isCloseTo(1.1637024, within(1e-6));
        assertThat(c.lossAfter()).isCloseTo(0.8702022, within(1e-6));
        assertThat(c.errorBefore()).isCloseTo(0.2285385, within(1e-6));
        assertThat(c.errorAfter()).isCloseTo(0.2131324, within(1e-6));
    }

    @Test
    void agreesWithNumpyWhenRegionsAreWeighted() {
        Calibration c =
                Calibration.fit(
                        LabelledProbabilities.ofRegions(
                                GoldenPixels.probabilities(),
                                GoldenPixels.LABELS,
                                GoldenPixels.REGIONS));
        assertThat(c.temperature()).isCloseTo(8.5256706, within(1e-5));
        assertThat(c.lossBefore()).isCloseTo(1.1470383, within(1e-6));
        assertThat(c.lossAfter()).isCloseTo(0.8732509, within(1e-6));
        assertThat(c.errorBefore()).isCloseTo(0.2345029, within(1e-6));
        assertThat(c.errorAfter()).isCloseTo(0.2095701, within(1e-6));
    }

    @Property(tries = 10)
    void calibratedProbabilitiesKeepTheirTemperature(
            @ForAll @LongRange(min = 0, max = 1000) long seed) {
        Simulation calibrated = new Simulation(1.5, HALVES);
        Calibration c = Calibration.fit(calibrated.labelled(HALVES, 20_000, seed));
        assertThat(c.temperature()).isBetween(0.93, 1.07);
        assertThat(c.errorBefore()).isLessThan(0.02);
    }

    @Property(tries = 10)
    void scaledScoresAreScaledBack(@ForAll @DoubleRange(min = 0.4, max = 4) double factor) {
        Simulation calibrated = new Simulation(1.5, HALVES);
        byte[] labels = Simulation.labels(HALVES, 20_000, 3);
        float[] logits = calibrated.logits(labels, 4);
        for (int i = 0; i < logits.length; i++) {
            logits[i] *= (float) factor;
        }
        PixelProbabilities scaled = PixelProbabilities.ofLogits(2, logits);
        Calibration c = Calibration.fit(LabelledProbabilities.of(scaled, labels));
        // probabilities below 1e-7 are cut, hence not exact
        assertThat(c.temperature() / factor).isBetween(0.93, 1.07);
        assertThat(c.lossAfter()).isLessThanOrEqualTo(c.lossBefore());
    }

    @Test
    void labelsThatAreAllRightDoNotMakeTheClassifierCertain() {
        float[] values = new float[400];
        byte[] labels = new byte[200];
        for (int i = 0; i < 200; i++) {
            labels[i] = (byte) (i % 2);
            values[2 * i] = i % 2 == 0 ? 0.9f : 0.1f;
            values[2 * i + 1] = 1 - values[2 * i];
        }
        LabelledProbabilities pixels =
                LabelledProbabilities.of(new PixelProbabilities(2, values), labels);
        double temperature = Calibration.fit(pixels).temperature();
        double certainty = pixels.atTemperature(temperature).probabilities().at(0, 0);
        // Platt's target: (100 + 1) / (100 + 2)
        assertThat(certainty).isCloseTo(101. / 102, within(1e-4));
    }

    @Test
    void aFitThatDoesNotLowerTheLossIsNotTaken() {
        PixelProbabilities right = new PixelProbabilities(2, new float[] {.99f, .01f, .01f, .99f});
        Calibration c = Calibration.fit(LabelledProbabilities.of(right, new byte[] {0, 1}));
        assertThat(c.temperature()).isEqualTo(1);
        assertThat(c.lossAfter()).isEqualTo(c.lossBefore());
        assertThat(c.after()).isEqualTo(c.before());
    }

    @Test
    void theTemperatureStaysInItsRange() {
        float[] wrong = {0, 1, 1, 0, 0, 1, 1, 0};
        Calibration c =
                Calibration.fit(
                        LabelledProbabilities.of(
                                new PixelProbabilities(2, wrong), new byte[] {0, 1, 0, 1}));
        assertThat(c.temperature()).isCloseTo(20, within(1e-6));
    }

    @Test
    void withoutLabelsThereIsNothingToFit() {
        byte[] none = new byte[14];
        Arrays.fill(none, LabelMask.IGNORE);
        LabelledProbabilities pixels = LabelledProbabilities.of(GoldenPixels.probabilities(), none);
        assertThatThrownBy(() -> Calibration.fit(pixels))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of labelled pixels: 0");
    }
}
