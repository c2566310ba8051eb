package org.dlpixel.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AreaShiftTest {

    @Property(tries = 30, seed = "42")
    void theCorrectedClassifierFindsAsMuchOfEveryClassAsWanted(
            @ForAll @IntRange(min = 2, max = 4) int classes,
            @ForAll @DoubleRange(min = 0.02, max = 0.2) double rare) {
        PixelProbabilities volume = volume(classes, 20_000, rare, 3);
        double[] wanted = ClassPriors.uniform(classes);
        AreaShift shift = AreaShift.of(volume, wanted);
        double[] offsets = shift.offsets().stream().mapToDouble(d -> d).toArray();
        double[] shares = AreaMatch.shares(volume, offsets);
        for (int c = 0; c < classes; c++) {
            assertThat(shares[c]).isCloseTo(wanted[c], within(0.01));
        }
    }

    @Example
    void aRareClassThatIsFoundTooOftenIsCorrectedTowardsItsTrueShare() {
        PixelProbabilities volume = volume(2, 50_000, 0.02, 5);
        LabelledProbabilities labels = labels(2, 4_000, 6);
        AreaShift shift = AreaShift.estimate(labels, volume);
        double found = shift.found().get(1);
        double prior = shift.priors().get(1);
        assertThat(found).isGreaterThan(0.08);
        assertThat(prior).isLessThan(found / 2).isGreaterThan(0.02);
        assertThat(shift.offsets().get(0)).isZero();
        assertThat(shift.offsets().get(1)).isNegative();
    }

    @Example
    void aClassifierThatIsAlwaysRightIsLeftAlone() {
        int n = 10_000;
        float[] values = new float[2 * n];
        byte[] classes = new byte[n];
        for (int i = 0; i < n; i++) {
            classes[i] = (byte) (i % 20 == 0 ? 1 : 0);
            values[2 * i + classes[i]] = 0.9f;
            values[2 * i + 1 - classes[i]] = 0.1f;
        }
        PixelProbabilities volume = new PixelProbabilities(2, values);
        AreaShift shift = AreaShift.estimate(LabelledProbabilities.of(volume, classes), volume);
        assertThat(shift.priors().get(1)).isCloseTo(0.05, within(0.001));
        assertThat(shift.offsets().get(1)).isCloseTo(0, within(1e-6));
    }

    @Example
    void aClassThatTheVolumeLacksDoesNoHarm() {
        PixelProbabilities volume = volume(3, 5_000, 0, 7);
        AreaShift shift = AreaShift.estimate(labels(3, 900, 8), volume);
        assertThat(shift.offsets()).allMatch(Double::isFinite);
        assertThat(shift.priors().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-6));
    }

    /** Class 0 but for a share of each other one. */
    private static PixelProbabilities volume(int classes, int pixels, double rare, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] truth = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int c = (int) Math.floor(random.nextDouble() / Math.max(rare, 1e-9)) + 1;
            truth[i] = (byte) (c < classes ? c : 0);
        }
        return seen(truth, classes, random);
    }

    private static LabelledProbabilities labels(int classes, int pixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] truth = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            truth[i] = (byte) (i % classes);
        }
        return LabelledProbabilities.of(seen(truth, classes, random), truth);
    }

    /** Scores with unit noise, 3 higher for the true class: the classifier for equal priors. */
    private static PixelProbabilities seen(byte[] truth, int classes, SplittableRandom random) {
        float[] logits = new float[truth.length * classes];
        for (int i = 0; i < logits.length; i++) {
            double sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble();
            }
            boolean right = truth[i / classes] == i % classes;
            logits[i] = (float) (2 * sum + (right ? 3.5 : 0));
        }
        return PixelProbabilities.ofLogits(classes, logits);
    }
}
