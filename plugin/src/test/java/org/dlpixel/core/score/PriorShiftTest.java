package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;

class PriorShiftTest {

    private static final double[] HALVES = ClassPriors.uniform(2);
    private static final Simulation OVERLAPPING = new Simulation(2, HALVES);

    @Property(tries = 10)
    void aRareClassThatOverlapsIsCorrected(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        double[] truth = {0.97, 0.03};
        PriorShift shift = shift(OVERLAPPING, truth, seed);
        assertThat(shift.priors().get(1)).isCloseTo(0.03, within(0.006));
        assertThat(shift.strength()).isGreaterThanOrEqualTo(0.5);
        assertThat(shift.offsets().get(1))
                .isCloseTo(shift.strength() * Math.log(shift.priors().get(1) / 0.5), within(1e-9));
        assertThat(dice(OVERLAPPING, truth, seed + 50, shift))
                .isGreaterThan(dice(OVERLAPPING, truth, seed + 50, none(2)) + 0.1);
    }

    @Property(tries = 10)
    void noShiftMeansNoCorrection(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        PriorShift shift = shift(OVERLAPPING, HALVES, seed);
        assertThat(shift.priors().get(1)).isCloseTo(0.5, within(0.03));
        assertThat(dice(OVERLAPPING, HALVES, seed + 50, shift))
                .isCloseTo(dice(OVERLAPPING, HALVES, seed + 50, none(2)), within(0.01));
    }

    @Property(tries = 10)
    void whatIsToldApartWellIsLeftAlone(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        PriorShift shift = shift(new Simulation(8, HALVES), new double[] {0.95, 0.05}, seed);
        assertThat(shift.priors().get(1)).isCloseTo(0.05, within(0.005));
        assertThat(shift.strength()).isZero();
        assertThat(shift.offsets()).containsOnly(0.);
    }

    @Test
    void severalClassesAreCorrectedTogether() {
        double[] truth = {0.9, 0.08, 0.02};
        Simulation three = new Simulation(2, ClassPriors.uniform(3));
        PriorShift shift = shift(three, truth, 4);
        assertThat(shift.priors().get(1)).isCloseTo(0.08, within(0.02));
        assertThat(shift.priors().get(2)).isCloseTo(0.02, within(0.005));
        assertThat(dice(three, truth, 70, shift)).isGreaterThan(dice(three, truth, 70, none(3)));
    }

    @Test
    void expectedDiceIsWhatTheFormulaSays() {
        // recall 3 of 4, false positives 1 of 5; in the volume a quarter is foreground
        float[] labelled = {
            .4f, .6f, .4f, .6f, .4f, .6f, .9f, .1f, .4f, .6f, 1, 0, 1, 0, 1, 0, 1, 0
        };
        byte[] labels = {1, 1, 1, 1, 0, 0, 0, 0, 0};
        PriorShift shift =
                PriorShift.estimate(
                        LabelledProbabilities.of(new PixelProbabilities(2, labelled), labels),
                        new PixelProbabilities(2, new float[] {1, 0, 1, 0, 1, 0, 0, 1}),
                        HALVES);
        assertThat(shift.priors().get(1)).isCloseTo(0.25, within(1e-5));
        double share = 0.25 * 0.75 + 0.75 * 0.2;
        assertThat(shift.candidates())
                .extracting(PriorShift.Candidate::strength)
                .containsExactly(0., 0.25, 0.5, 0.75, 1.);
        assertThat(shift.candidates().get(0).expectedDice())
                .isCloseTo(2 * 0.25 * 0.75 / (share + 0.25), within(1e-5));
        assertThat(shift.candidates().get(4).expectedDice()).isZero();
        assertThat(shift.strength()).isZero();
    }

    @Test
    void weightsOfPixelsCount() {
        float[] two = {.1f, .9f, .9f, .1f, 1, 0};
        byte[] labels = {1, 1, 0};
        PixelProbabilities volume = new PixelProbabilities(2, new float[] {1, 0, 0, 1});
        LabelledProbabilities weighted =
                new LabelledProbabilities(
                        new PixelProbabilities(2, two), labels, new double[] {3, 1, 1});
        assertThat(PriorShift.estimate(weighted, volume, HALVES).candidates().get(0).expectedDice())
                .isCloseTo(0.75 / (0.75 / 2 + 0.5), within(1e-5));
    }

    @Test
    void aClassThatIsAbsentFromTheVolumeIsSuppressedIfItIsEverFoundWrongly() {
        PriorShift shift = shift(OVERLAPPING, new double[] {1, 0}, 3);
        assertThat(shift.priors().get(1)).isLessThan(0.003);
        assertThat(shift.strength()).isGreaterThanOrEqualTo(0.75);
        assertThat(shift.offsets().get(1)).isNegative().isFinite();
    }

    @Test
    void withoutLabelsOfTheBackgroundOrTheForegroundNothingIsCorrected() {
        PixelProbabilities volume = OVERLAPPING.volume(new double[] {0.97, 0.03}, 5_000, 1);
        PixelProbabilities pixels = OVERLAPPING.volume(HALVES, 100, 2);
        for (byte label : new byte[] {LabelMask.IGNORE, 0, 1}) {
            byte[] labels = new byte[100];
            Arrays.fill(labels, label);
            PriorShift shift =
                    PriorShift.estimate(LabelledProbabilities.of(pixels, labels), volume, HALVES);
            assertThat(shift.priors().get(1)).isCloseTo(0.03, within(0.02));
            assertThat(shift.offsets()).containsOnly(0.);
            assertThat(shift.candidates()).allSatisfy(c -> assertThat(c.expectedDice()).isNaN());
        }
    }

    @Test
    void aClassWithoutLabelsDoesNotDecide() {
        Simulation three = new Simulation(2, ClassPriors.uniform(3));
        byte[] labels = Simulation.labels(new double[] {0.5, 0.5, 0}, 2_000, 1);
        PriorShift shift =
                PriorShift.estimate(
                        LabelledProbabilities.of(three.pixels(labels, 2), labels),
                        three.volume(new double[] {0.9, 0.08, 0.02}, 10_000, 3),
                        ClassPriors.uniform(3));
        assertThat(shift.candidates())
                .allSatisfy(c -> assertThat(c.expectedDice()).isBetween(0., 1.));
    }

    @Test
    void priorsOfTheUserAreAppliedInFull() {
        PriorShift shift = PriorShift.of(new double[] {0.9, 0.1}, HALVES);
        assertThat(shift.strength()).isEqualTo(1);
        assertThat(shift.offsets().get(0)).isCloseTo(Math.log(1.8), within(1e-12));
        assertThat(shift.offsets().get(1)).isCloseTo(Math.log(0.2), within(1e-12));
        assertThat(shift.candidates()).isEmpty();
        assertThat(PriorShift.of(new double[] {1, 0}, HALVES).offsets().get(1))
                .isCloseTo(Math.log(2e-4), within(1e-12));
        assertThatThrownBy(() -> PriorShift.of(new double[] {0.9, 0.2}, HALVES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sum of the class priors");
    }

    @Test
    void classifiersOfOtherClassesAreRefused() {
        LabelledProbabilities two = OVERLAPPING.labelled(HALVES, 10, 1);
        assertThatThrownBy(
                        () ->
                                PriorShift.estimate(
                                        two, GoldenPixels.probabilities(), ClassPriors.uniform(3)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number of classes of the labelled pixels: 2");
    }

    private static PriorShift shift(Simulation classifier, double[] truth, long seed) {
        double[] training = classifier.believed();
        return PriorShift.estimate(
                classifier.labelled(training, 4_000, seed),
                classifier.volume(truth, 20_000, seed + 10),
                training);
    }

    private static PriorShift none(int classes) {
        return PriorShift.of(ClassPriors.uniform(classes), ClassPriors.uniform(classes));
    }

    /** Mean Dice of the foreground classes in another volume with these priors. */
    private static double dice(Simulation classifier, double[] truth, long seed, PriorShift shift) {
        byte[] labels = Simulation.labels(truth, 40_000, seed);
        PixelProbabilities pixels = classifier.pixels(labels, seed + 1);
        double[] offsets = shift.offsets().stream().mapToDouble(Double::doubleValue).toArray();
        byte[] predicted = new byte[labels.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = (byte) pixels.predicted(i, offsets);
        }
        ConfusionMatrix matrix = new ConfusionMatrix(truth.length);
        matrix.add(new LabelMask(labels.length, 1, labels), predicted);
        return matrix.meanForegroundDice();
    }
}
